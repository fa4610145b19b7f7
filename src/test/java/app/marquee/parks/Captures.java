package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.SharedData;
import app.marquee.testkit.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;

/** The captured files, sent and refreshed over HTTP as an operator would. */
final class Captures {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OBSERVED =
      "observed_at_utc=recorded_at,ride_source_id=ride_key,wait_minutes=wait_time";

  /** File and minutes between its snapshots. */
  private static final Map<String, Integer> CAPTURES =
      Map.of(
          "obs_disneyland_resort_2026.csv.gz", 15,
          "obs_tokyo_2026.csv.gz", 15,
          "obs_gardaland_2025_2026.csv.gz", 15);

  private final URI server;

  Captures(URI server) {
    this.server = server;
  }

  /** Everything but what is known to be unusable is taken. */
  void importAll() {
    // One park of the captured directory has no key, nor have its six rides.
    imports("parks", "parks.csv", "operator_or_destination=operator", null)
        .body("rejected", equalTo(1));
    imports("rides", "rides.csv.gz", "ride_source_id=ride_key,ride_name=name,land=land_area", null)
        .body("rejected", equalTo(6));
    CAPTURES.forEach(
        (file, minutes) ->
            imports("snapshots", file, OBSERVED, minutes)
                .body("rejected", equalTo(0))
                .body("complete", equalTo(true)));
  }

  /** The keys of the parks whose feed ever said that a ride was open. */
  static Set<String> operated() throws IOException {
    Set<String> operated = new HashSet<>();
    for (String file : CAPTURES.keySet()) {
      lines(file)
          .filter(fields -> fields[3].equals("OPERATING") || fields[4].equals("true"))
          .forEach(fields -> operated.add(fields[1]));
    }
    return operated;
  }

  private static Stream<String[]> lines(String file) throws IOException {
    return new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path("parks/" + file))),
                StandardCharsets.UTF_8))
        .lines()
        .map(line -> line.split(",", 6));
  }

  private ValidatableResponse imports(String kind, String file, String map, Integer minutes) {
    RequestSpecification request = admin().queryParam("map", map);
    if (minutes != null) {
      request.queryParam("interval_minutes", minutes);
    }
    try {
      return request
          .contentType(file.endsWith(".gz") ? "application/gzip" : "text/csv")
          .body(Files.readAllBytes(SharedData.path("parks/" + file)))
          .post("/api/admin/imports/" + kind)
          .then()
          .statusCode(200);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  /** Waits for the run to end as a success. */
  void refresh(boolean accept) {
    String run =
        admin()
            .contentType("application/json")
            .body(Map.of("scope", "feature", "name", "parks", "force", true, "accept", accept))
            .post("/api/admin/refresh")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> admin().get(run).then().body("status", equalTo("success")));
  }

  /** The document of a key, which must come from a stored build. */
  byte[] cached(String key) {
    return reader()
        .get("/api/views/" + key)
        .then()
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .extract()
        .asByteArray();
  }

  /** Says where the server is, which REST Assured only learns when the first test starts. */
  RequestSpecification reader() {
    return given().baseUri("http://" + server.getHost()).port(server.getPort());
  }

  RequestSpecification admin() {
    return reader().header("Authorization", "Bearer " + TestTokens.ADMIN);
  }
}
