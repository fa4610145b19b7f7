package app.marquee.proposals;

import static io.restassured.RestAssured.given;

import app.marquee.db.Sql;
import app.marquee.security.Roles;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The running application's film nights, with members of their own. */
final class FilmNight {
  /** After it the application has read the tokens anew. */
  private static final Duration TOKENS_READ = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final ManualClock clock;

  FilmNight(Pool pool, ManualClock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Ada, Bert and Cleo are members, Grace is an admin; nothing is proposed. */
  void begin() {
    List.of("Ada", "Bert", "Cleo").forEach(name -> TestMembers.add(pool, name, Roles.MEMBER));
    TestMembers.add(pool, "Grace", Roles.ADMIN);
    clock.tick(TOKENS_READ);
    forget();
  }

  void forget() {
    List.of("forget", "forget_metadata", "forget_audit").forEach(what -> run(what, Map.of()));
    // Or builds about what is gone would pass for up to date.
    Sql.of("proposals/bump_source_version.sql")
        .on(pool, Map.of("now", clock.instant()))
        .await()
        .atMost(PATIENCE);
  }

  void run(String file, Map<String, Object> binds) {
    Sql.of("proposalstest/" + file + ".sql").on(pool, binds).await().atMost(PATIENCE);
  }

  void many(int from, int to) {
    long ada = TestMembers.add(pool, "Ada", Roles.MEMBER);
    run("many", Map.of("from", from, "to", to, "member_id", ada));
  }

  long propose(String member, String body) {
    clock.tick(Duration.ofSeconds(1));
    return post(member, "/api/proposals", body)
        .statusCode(201)
        .extract()
        .jsonPath()
        .getLong("proposal.id");
  }

  ValidatableResponse vote(String member, long id) {
    clock.tick(Duration.ofSeconds(1));
    return TestMembers.as(member).put("/api/proposals/" + id + "/vote").then();
  }

  long open(String body) {
    return post("Grace", "/api/rounds", body)
        .statusCode(201)
        .extract()
        .jsonPath()
        .getLong("round.id");
  }

  static ValidatableResponse post(String member, String path, String body) {
    return TestMembers.as(member).body(body).post(path).then();
  }

  static ValidatableResponse get(String path) {
    return given().get(path).then();
  }

  static ValidatableResponse get(String member, String path) {
    return TestMembers.as(member).get(path).then();
  }
}
