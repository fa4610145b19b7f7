package app.marquee.predictions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.TestTokens;
import app.marquee.views.Coherence;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The running application's predictions, over a world of its own. */
final class PredictionsApi {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final String FEATURE = "{}";

  private final Worlds worlds;
  private final Profiles profiles;
  private final Coherence coherence;

  PredictionsApi(Pool pool, Profiles profiles, Coherence coherence) {
    this.worlds = new Worlds(pool);
    this.profiles = profiles;
    this.coherence = coherence;
  }

  Worlds worlds() {
    return worlds;
  }

  /** The nasty world, the shipped profiles, no build. */
  void reset() {
    worlds.run("predictionstest/delete_own_profiles.sql", Map.of());
    worlds.nasty();
    profiles.learn().await().atMost(PATIENCE);
    Awaitility.await().atMost(PATIENCE).until(this::forgotten);
  }

  /** A refresh that an earlier edit has started may still bring some. */
  private boolean forgotten() {
    worlds.run("predictionstest/forget_builds.sql", Map.of());
    coherence.poll().await().atMost(PATIENCE);
    return "missing".equals(get("/api/predictions").extract().path("state"));
  }

  /** Everything has a build. */
  void refresh() {
    refresh(FEATURE);
  }

  String refresh(String body) {
    return follow("/api/predictions/refresh", body);
  }

  /** Asks for a run and waits for its end. */
  String follow(String path, String body) {
    String location =
        admin().body(body).post(path).then().statusCode(202).extract().header("Location");
    await(location);
    return location;
  }

  /** Waits for the end of a run. */
  void await(String run) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !List.of("queued", "running").contains(admin().get(run).path("status")));
  }

  /** Every key of so many profiles has a build, and nothing is under way or due any more. */
  void settle(int howMany) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              refresh();
              return builds().size() == howMany * 12 + 1 && stale() == 0;
            });
  }

  private static int stale() {
    return admin()
        .get("/api/admin/cache-status")
        .path("features.find { it.name == 'films' }.stale_views");
  }

  /** When each build was last known to be right. */
  Map<String, String> builds() {
    Map<String, String> builds = new TreeMap<>();
    worlds
        .run("predictionstest/builds.sql", Map.of())
        .forEach(
            row ->
                builds.put(
                    row.getString("cache_key"), row.getOffsetDateTime("checked_at").toString()));
    return builds;
  }

  /** What tells one making of each build from another. */
  Map<String, String> made() {
    Map<String, String> made = new TreeMap<>();
    worlds
        .run("predictionstest/made.sql", Map.of())
        .forEach(row -> made.put(row.getString("cache_key"), row.getString("made")));
    return made;
  }

  /** Imports a CSV file without a bad line. */
  static void send(String kind, String file) {
    admin()
        .contentType("text/csv")
        .body(file)
        .post("/api/admin/imports/" + kind)
        .then()
        .statusCode(200)
        .body("rejected", equalTo(0));
  }

  static ValidatableResponse get(String path) {
    return given().get(path).then();
  }

  static RequestSpecification admin() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json");
  }
}
