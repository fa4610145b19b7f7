package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.marquee.db.Sql;
import app.marquee.testkit.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who becomes a member, under which name. */
@QuarkusTest
class RegistrationHttpTest {
  private static final String PASSWORD = "a film every friday";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Sql FORGET = Sql.of("testkit/forget_attempts.sql");

  @Inject Pool pool;
  @Inject Attempts attempts;

  @BeforeEach
  void nobodyHasRegisteredYet() {
    FORGET.on(pool, Map.of()).await().atMost(PATIENCE);
  }

  @Test
  void whoRegistersMayLogIn() {
    register("  Zoë O. Vidal-2 ", PASSWORD)
        .then()
        .statusCode(201)
        .body("success", equalTo(true), "name", equalTo("Zoë O. Vidal-2"))
        .body("role", equalTo("member"));

    TestSessions.logIn("zoë o. vidal-2", PASSWORD).then().statusCode(200);
    TestSessions.logIn("Zoë O. Vidal-2", PASSWORD + " ").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"role", "active", "member_id", "password_hash", "session_epoch"})
  void whatAMemberMayNotChooseIsRefused(String member) {
    given()
        .contentType("application/json")
        .body(body("Mallory", PASSWORD).put(member, "admin").encode())
        .post("/api/members")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem(member));
    TestSessions.logIn("Mallory", PASSWORD).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "",
        "-Ann",
        "Ann.",
        "Ann  Lee",
        "<b>Ann</b>",
        "Ann\u200bLee",
        "Ann\nLee",
        "Ann'; drop table member",
        "System",
        "marquee bot",
        "An overly long name that goes on and on so"
      })
  void aNameThatIsNotPlainIsRefused(String name) {
    register(name, PASSWORD)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.parameter", hasItem("name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short7c | 8 characters",
        "Password1 | guessed",
        "aaaaaaaaaaaa | guessed",
        "Ann of Green Gables | guessed",
        "ääääääääääääääääääääääääääääääääääääö | 72 bytes"
      })
  void aPasswordThatIsGuessedOrCutOffIsRefused(String password, String why) {
    register("Ann of Green Gables", password)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("password"))
        .body("errors[0].message", containsString(why));
  }

  @Test
  void namesThatDifferInCapitalLettersAreOne() {
    register("Casimir", PASSWORD).then().statusCode(201);
    register("CASIMIR", PASSWORD)
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.md#member-exists"));
  }

  @Test
  void ofTwoWhoRegisterOneNameAtOnceOneIsTaken() {
    List<CompletableFuture<Integer>> both =
        List.of("Twin", "twin").stream()
            .map(name -> CompletableFuture.supplyAsync(() -> register(name, PASSWORD).statusCode()))
            .toList();

    assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void fromOneAddressOnlySomeRegister() {
    Allowance perAddress = new Allowance("register", 20, Duration.ofMinutes(10));
    for (int i = 0; i < perAddress.burst(); i++) {
      attempts.spend(perAddress, "127.0.0.1").await().atMost(PATIENCE);
    }

    register("One Too Many", PASSWORD)
        .then()
        .statusCode(429)
        .header("Retry-After", "600")
        .body("type", equalTo("/errors.md#too-many-requests"));
  }

  @Test
  void aFaultyBodyIsAProblem() {
    given()
        .contentType("application/json")
        .body("[1]")
        .post("/api/members")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    given()
        .contentType("application/json")
        .body("{\"name\":7}")
        .post("/api/members?role=admin")
        .then()
        .statusCode(400);
  }

  private static JsonObject body(String name, String password) {
    return new JsonObject().put("name", name).put("password", password);
  }

  private static Response register(String name, String password) {
    return given()
        .contentType("application/json")
        .body(body(name, password).encode())
        .post("/api/members");
  }
}
