package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of programs, as admins make and end them. */
@QuarkusTest
class TokensHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String TOKENS = "/api/admin/tokens";

  @Inject ManualClock clock;
  @Inject TokenUses uses;

  @Test
  void aTokenIsToldOnceWorksAndEnds() {
    Response made = make("{\"name\":\"a poller\",\"role\":\"ops\"}");
    made.then().statusCode(201).body("name", equalTo("a poller")).body("role", equalTo("ops"));
    String secret = made.path("token");
    assertThat(secret).matches("marquee_[A-Za-z0-9_-]{43}");
    long id = made.jsonPath().getLong("id");

    with(secret).get("/api/admin/cache-status").then().statusCode(200);
    with(secret).body("{}").post("/api/admin/refresh").then().statusCode(403);
    Response listed = admin().get(TOKENS);
    assertThat(listed.asString()).doesNotContain(secret).doesNotContain("hash");
    assertThat(one(listed, id))
        .containsEntry("created_by", "MARQUEE_ADMIN_TOKEN")
        .containsEntry("revoked_at", null)
        .containsEntry("expires_at", null);

    admin().delete(TOKENS + "/" + id).then().statusCode(204);
    with(secret).get("/api/admin/cache-status").then().statusCode(401);
    assertThat(one(admin().get("/admin/tokens"), id).get("revoked_at"))
        .isEqualTo(clock.instant().toString());
    admin().delete(TOKENS + "/" + id).then().statusCode(404);
  }

  @Test
  void aNameIsTakenUntilItsTokenHasEnded() {
    String body = "{\"name\":\"the only one\",\"role\":\"ingest\",\"expires_in\":60}";
    String first = make(body).then().statusCode(201).extract().path("token");
    make(body).then().statusCode(409).body("type", equalTo("/errors.md#token-exists"));
    with(first).body("{").post("/api/parks/snapshots").then().statusCode(400);

    clock.tick(Duration.ofSeconds(60));
    with(first).body("{").post("/api/parks/snapshots").then().statusCode(401);
    make(body).then().statusCode(201);
  }

  @Test
  void whenATokenWasUsedLastIsKnownToTheMinute() {
    Response made = make("{\"name\":\"a seldom one\",\"role\":\"ops\"}");
    long id = made.jsonPath().getLong("id");
    uses.write().await().atMost(PATIENCE);
    assertThat(one(admin().get(TOKENS), id)).containsEntry("last_used_at", null);

    with(made.path("token")).get("/api/admin/cache-status").then().statusCode(200);
    uses.write().await().atMost(PATIENCE);
    assertThat(one(admin().get(TOKENS), id).get("last_used_at"))
        .isEqualTo(clock.instant().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"role\":\"member\"}",
        "{\"name\":\"\",\"role\":\"ops\"}",
        "{\"name\":\"a\\nb\",\"role\":\"ops\"}",
        "{\"name\":\"MARQUEE_ADMIN_TOKEN\",\"role\":\"ops\"}",
        "{\"name\":\"first admin\",\"role\":\"ops\"}",
        "{\"name\":\"x\",\"role\":\"ops\",\"expires_in\":59}",
        "{\"name\":\"x\",\"role\":\"ops\",\"expires_in\":\"P1D\"}",
        "{\"name\":\"x\",\"role\":\"ops\",\"hash\":\"0\"}"
      })
  void whatIsNoTokenIsRefused(String body) {
    make(body).then().statusCode(400).body("type", equalTo("/errors.md#parameter-invalid"));
  }

  @ParameterizedTest
  @CsvSource({"0", "999999999", "x", "-1"})
  void whatIsNotThereCannotBeEnded(String id) {
    admin().delete(TOKENS + "/" + id).then().statusCode(404);
  }

  private static Map<String, Object> one(Response listed, long id) {
    JsonPath json = listed.jsonPath();
    return json.<Map<String, Object>>getList("tokens").stream()
        .filter(token -> ((Number) token.get("id")).longValue() == id)
        .findFirst()
        .orElseThrow();
  }

  private static Response make(String body) {
    return admin().body(body).post(TOKENS);
  }

  private static RequestSpecification admin() {
    return with(TestTokens.ADMIN);
  }

  private static RequestSpecification with(String secret) {
    return given().header("Authorization", "Bearer " + secret).contentType("application/json");
  }
}
