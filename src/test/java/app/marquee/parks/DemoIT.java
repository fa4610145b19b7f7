package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo parks and films as the packaged service tells them to a stranger. */
@Timeout(180)
class DemoIT {
  /** View types that are no parks'. */
  private static final Set<String> OF_OTHERS = Set.of("predictions", "proposals");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void everyAnswerAboutTheDemoParksAgreesWithTheOthers() throws IOException {
    // A minute past a slot: no new cycle moves the facts while they are read.
    try (PackagedService service =
        PackagedService.start(folder, Map.of("MARQUEE_CLOCK", "2026-08-22T12:01:00Z"))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(120))
          .until(() -> service.get("/q/health/ready", null).statusCode() == 200);
      Set<String> versions = new HashSet<>();
      Map<String, JsonNode> bodies = new HashMap<>();
      for (JsonNode view : read(service, "/api/views", versions).get("views")) {
        String key = view.get("cache_key").asText();
        if (!OF_OTHERS.contains(view.get("view_type").asText())) {
          bodies.put(key, read(service, "/api/views/" + key, versions));
        }
      }
      Invariants invariants = new Invariants(bodies, path -> read(service, path, versions));

      invariants.ridesAddUpToTheirParks();
      invariants.chartsAndHeatMapsTellTheNumbersOfTheRankings();
      invariants.disneyAndUniversalRowsAreThoseOfAllParks();
      invariants.ranksHaveNoGapsAndScoresStayInTheirBounds();
      invariants.statusesAddUp();
      invariants.parksInDetailTellTheNumbersOfTheirRanking();
      invariants.ridesInDetailTellTheNumbersOfTheirRanking();
      assertThat(versions).hasSize(1);
      predictionsAreThereAtTheFirstStart(service);
      aFilmNightIsThereAtTheFirstStart(service);
    }
  }

  private static void predictionsAreThereAtTheFirstStart(PackagedService service)
      throws IOException {
    HttpResponse<String> answer = service.get("/api/predictions", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Cache-Hit")).hasValue("true");
    assertThat(JSON.readTree(answer.body()).get("data"))
        .hasSize(25)
        .allMatch(film -> film.get("title").asText().endsWith(" (demo)"));

    JsonNode validation = read(service, "/api/predictions/validation", new HashSet<>());
    assertThat(validation.get("overall").get("total_on_list").asInt()).isPositive();
    assertThat(validation.get("data")).allMatch(row -> row.get("total_on_list").asInt() > 0);
  }

  private static void aFilmNightIsThereAtTheFirstStart(PackagedService service) {
    JsonNode page = read(service, "/api/proposals", new HashSet<>());
    assertThat(page.get("data"))
        .hasSize(12)
        .allMatch(film -> film.get("title").asText().endsWith(" (demo)"))
        .anyMatch(film -> film.get("vote_count").asInt() > 0);
    assertThat(read(service, "/api/proposals?status=watched", new HashSet<>()).get("data"))
        .hasSize(2)
        .allMatch(film -> film.get("rating_count").asInt() > 0);
  }

  private static JsonNode read(PackagedService service, String path, Set<String> versions) {
    try {
      HttpResponse<String> answer = service.get(path, null);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      answer.headers().firstValue("X-Cache-Source-Version").ifPresent(versions::add);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
