package app.marquee.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A few of the demo parks and a month of their history: fictional, and the same whenever it is
 * told.
 */
public final class DemoWorld implements QuarkusTestProfile {
  /** Early afternoon in California. */
  static final String NOW = "2026-08-22T21:00:00Z";

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "testkit.clock", NOW,
        // No runs but those that are asked for, or what is read would depend on when.
        "marquee.views.debounce", "PT1H",
        "marquee.database.embedded", "true",
        "marquee.demo.parks", "4",
        "marquee.demo.rides", "12",
        "marquee.demo.days", "31");
  }

  /** Until history is loaded and every key is built. */
  static void awaitIt() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> given().get("/q/health/ready").statusCode() == 200);
  }
}
