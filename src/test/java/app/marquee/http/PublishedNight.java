package app.marquee.http;

import static io.restassured.RestAssured.given;

import app.marquee.db.Sql;
import app.marquee.http.PublishedApi.Operation;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A film night of the demo world: one film watched, one chosen, one to vote for, one to withdraw.
 */
final class PublishedNight {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TOKENS_READ = Duration.ofSeconds(5);
  private static final String MEMBER = "Ada";
  private static final String ADMIN = "Grace";
  private static final int WATCHED = 1;
  private static final int TO_VOTE_FOR = 3;
  private static final int TO_WITHDRAW = 4;

  private static final Map<String, String> BODIES =
      Map.of(
          "/api/proposals",
          "{\"imdb_id\": \"tt0086022\", \"title\": \"Nostalghia\", \"year\": 1983,"
              + " \"note\": \"On a big screen, please\"}",
          "/api/proposals/" + WATCHED + "/rating",
          "{\"stars\": 5}",
          "/api/rounds",
          "{\"name\": \"A summer night\", \"max_votes\": 3, \"visibility\": \"public\"}");

  private PublishedNight() {}

  /** Anew each time, so that it is always the same. */
  static void begin() {
    Pool pool = CDI.current().select(Pool.class).get();
    TestMembers.add(pool, MEMBER, "member");
    TestMembers.add(pool, ADMIN, "admin");
    Sql.of("proposalstest/forget.sql").on(pool, Map.of()).await().atMost(PATIENCE);
    learnTokens(CDI.current().select(ManualClock.class).get());
    propose("tt0069293", "Solaris", 1972);
    propose("tt0079944", "Stalker", 1979);
    propose("tt0072443", "Mirror", 1975);
    propose("tt0000001", "Carmencita", 1894);
    TestMembers.as(ADMIN).post("/api/proposals/" + WATCHED + "/watched").then().statusCode(200);
    TestMembers.as(MEMBER).put("/api/proposals/2/vote").then().statusCode(200);
    TestMembers.as(ADMIN).body("{\"name\": \"A spring night\"}").post("/api/rounds");
    TestMembers.as(ADMIN).post("/api/rounds/1/close").then().statusCode(200);
    refresh();
  }

  /** In a moment that lies ahead, as tokens are read anew by the clock; then it is what it was. */
  private static void learnTokens(ManualClock clock) {
    clock.tick(TOKENS_READ);
    TestMembers.as(MEMBER).get("/api/proposals").then().statusCode(200);
    clock.tick(TOKENS_READ.negated());
  }

  private static void propose(String imdbId, String title, int year) {
    TestMembers.as(MEMBER)
        .body("{\"imdb_id\":\"%s\",\"title\":\"%s\",\"year\":%d}".formatted(imdbId, title, year))
        .post("/api/proposals")
        .then()
        .statusCode(201);
  }

  private static void refresh() {
    String run =
        PublishedCalls.as("admin")
            .contentType("application/json")
            .body("{\"scope\":\"feature\",\"name\":\"proposals\"}")
            .post("/api/admin/refresh")
            .header("Location");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                PublishedCalls.as("admin").get(run).jsonPath().get("refresh_completed_at") != null);
  }

  /** What is sent to an address; null if it is not one of these. */
  static String body(String path) {
    return BODIES.get(path);
  }

  /** The address of an operation of one proposal or round; null if it is another's. */
  static String address(Operation operation) {
    String path = operation.path();
    if (path.startsWith("/api/proposals/{id}")) {
      int id =
          path.endsWith("/rating") || path.endsWith("/watched")
              ? WATCHED
              : operation.method().equals("delete") && path.endsWith("}")
                  ? TO_WITHDRAW
                  : TO_VOTE_FOR;
      return path.replace("{id}", "" + id);
    }
    return path.startsWith("/api/rounds/{id}")
        ? path.replace("{id}", given().get("/api/rounds").jsonPath().getString("rounds[0].id"))
        : null;
  }
}
