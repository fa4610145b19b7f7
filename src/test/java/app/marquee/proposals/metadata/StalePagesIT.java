package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service's page of proposals, while the only provider answers nobody. */
class StalePagesIT {
  private static final String ID = "tt0133093";
  private static final String PAGE = "/api/proposals";
  private static final String PLOT = "Known for long.";
  private static final int VIEWS = 100;

  /** A call and its two repetitions; then the film's next attempt is a minute away. */
  private static final int CALLS_OF_ONE_REFRESH = 3;

  @TempDir Path folder;

  @Test
  void aHundredViewsOfAStaleFilmWaitForNobodyAndCauseOneRefreshAtMost() throws Exception {
    try (UpstreamStub upstream = new UpstreamStub()) {
      upstream.says(
          200, "{\"id\":\"" + ID + "\",\"primaryTitle\":\"A\",\"plot\":\"" + PLOT + "\"}");
      Map<String, String> environment =
          Map.of(
              "MARQUEE_DEMO", "false",
              "MARQUEE_PROPOSALS_METADATA_PROVIDERS", "imdbapi",
              "MARQUEE_PROPOSALS_METADATA_IMDBAPI_BASE_URL", upstream.uri().toString(),
              "MARQUEE_PROPOSALS_METADATA_IMDBAPI_BATCH", "1",
              "MARQUEE_PROPOSALS_METADATA_FRESH_FOR", "PT1S",
              "MARQUEE_PROPOSALS_METADATA_DUE_EVERY", "PT1S");
      try (PackagedService service = PackagedService.start(folder, environment)) {
        propose(service, logIn(service));
        awaitPage(service, PLOT);

        upstream.does(UpstreamStub.silence());
        int before = upstream.asked().size();
        awaitPage(service, "\"STALE\"");

        for (HttpResponse<String> view : views(service)) {
          assertThat(view.statusCode()).isEqualTo(200);
          assertThat(view.body()).contains(PLOT, "\"STALE\"");
        }
        assertThat(upstream.asked().size() - before).isLessThanOrEqualTo(CALLS_OF_ONE_REFRESH);
      }
    }
  }

  private static List<HttpResponse<String>> views(PackagedService service) throws Exception {
    ExecutorService viewers = Executors.newFixedThreadPool(VIEWS / 4);
    try {
      Callable<HttpResponse<String>> view = () -> service.get(PAGE, null);
      List<Callable<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < VIEWS; i++) {
        all.add(view);
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> one : viewers.invokeAll(all)) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      viewers.shutdownNow();
    }
  }

  private static void awaitPage(PackagedService service, String text) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(service.get(PAGE, null).body()).contains(text));
  }

  /** A new member's cookie. */
  private static String logIn(PackagedService service) throws IOException {
    String member = "{\"name\":\"Stella\",\"password\":\"a film every friday\"}";
    assertThat(service.post("/api/members", null, member).statusCode()).isEqualTo(201);
    HttpRequest.Builder form =
        HttpRequest.newBuilder()
            .POST(BodyPublishers.ofString("name=Stella&password=a+film+every+friday"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin");
    return service
        .send(form, "/api/login")
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .split(";")[0];
  }

  private static void propose(PackagedService service, String cookie) throws IOException {
    String film = "{\"imdb_id\":\"" + ID + "\",\"title\":\"The Matrix\",\"year\":1999}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .POST(BodyPublishers.ofString(film))
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .header("Cookie", cookie);
    assertThat(service.send(request, PAGE).statusCode()).isEqualTo(201);
  }
}
