package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.db.Sha256;
import app.marquee.db.Sql;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Sql REVOKE = Sql.of("testkit/revoke_token.sql");
  private static final Sql TOKEN_TEXTS = Sql.of("testkit/token_texts.sql");

  @Inject ApiTokens tokens;
  @Inject ManualClock clock;
  @Inject Pool pool;

  @Test
  void publicReadsNeedNoToken() {
    given().get("/api/testkit/public").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/testkit", "/api/admin/testkit"})
  void adminPathsAreClosedWhateverTheResourceForgets(String path) {
    given()
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"marquee\"");
    given().post(path).then().statusCode(401);
    given().get(path + "/unknown").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//admin/testkit",
        "/api//admin/testkit",
        "/api/x/../admin/testkit",
        "/api/%61dmin/testkit",
        "/api/admin%3Bx/testkit",
        "/api;/admin/testkit",
        "/admin;x=1/testkit",
        "/api/admin/./testkit"
      })
  void oddSpellingsOfThemStayClosed(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(anyOf(equalTo(401), equalTo(404)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "bearer admin-token-of-the-test"})
  void aWrongTokenIsNobody(String authorization) {
    given()
        .header("Authorization", authorization)
        .get("/api/admin/testkit")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"marquee\"");
  }

  @Test
  void anAdminMayDoEverything() {
    with(TestTokens.ADMIN).get("/api/admin/testkit").then().statusCode(200);
    with(TestTokens.ADMIN).post("/admin/testkit").then().statusCode(200);
    with(TestTokens.ADMIN).post("/api/testkit/ingest").then().statusCode(200);
  }

  @Test
  void anIngestTokenPushesAndNothingElse() {
    with(TestTokens.INGEST).post("/api/testkit/ingest").then().statusCode(200);
    with(TestTokens.INGEST)
        .get("/api/admin/testkit")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given().post("/api/testkit/ingest").then().statusCode(401);
  }

  @Test
  void opsReadsWhatItMayNotChange() {
    String secret = admitted("watcher", Roles.OPS);

    with(secret).get("/admin/testkit").then().statusCode(200);
    with(secret).post("/admin/testkit").then().statusCode(403);
    with(secret).post("/api/testkit/ingest").then().statusCode(403);
  }

  @Test
  void aRevokedTokenEndsWithinSeconds() {
    String secret = admitted("leaver", Roles.OPS);
    with(secret).get("/admin/testkit").then().statusCode(200);

    pool.preparedQuery(REVOKE.statement())
        .execute(REVOKE.bind(Map.of("name", "leaver")))
        .await()
        .atMost(PATIENCE);
    clock.tick(ApiTokens.REREAD_AFTER);

    with(secret).get("/admin/testkit").then().statusCode(401);
  }

  @Test
  void aClockThatIsSetBackKeepsNoRevokedToken() {
    String secret = admitted("left behind", Roles.OPS);
    with(secret).get("/admin/testkit").then().statusCode(200);

    pool.preparedQuery(REVOKE.statement())
        .execute(REVOKE.bind(Map.of("name", "left behind")))
        .await()
        .atMost(PATIENCE);
    clock.tick(Duration.ofHours(-1));

    with(secret).get("/admin/testkit").then().statusCode(401);
    clock.tick(Duration.ofHours(1));
  }

  @Test
  void anotherTokenOfTheSameNameEndsTheOneBefore() {
    String before = admitted("rotated", Roles.OPS);
    String after = admitted("rotated", Roles.OPS);

    with(before).get("/admin/testkit").then().statusCode(401);
    with(after).get("/admin/testkit").then().statusCode(200);
  }

  @Test
  void onlyTheHashIsStored() {
    String stored =
        pool.query(TOKEN_TEXTS.statement())
            .execute()
            .await()
            .atMost(PATIENCE)
            .iterator()
            .next()
            .getString("texts");

    assertThat(stored).contains(Sha256.hex(TestTokens.ADMIN)).doesNotContain(TestTokens.ADMIN);
  }

  private String admitted(String name, String role) {
    String secret = ApiToken.newSecret();
    tokens.admit(ApiToken.of(name, role, secret)).await().atMost(PATIENCE);
    return secret;
  }

  private static RequestSpecification with(String secret) {
    return given().header("Authorization", "Bearer " + secret);
  }
}
