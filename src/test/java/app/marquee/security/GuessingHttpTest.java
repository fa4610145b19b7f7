package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.marquee.db.Sha256;
import app.marquee.db.Sql;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing passwords leads nowhere, and keeps no member out. */
@QuarkusTest
class GuessingHttpTest {
  private static final int ATTEMPTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Sql FORGET = Sql.of("testkit/forget_attempts.sql");
  private static final Sql FORGET_PLACES = Sql.of("testkit/forget_places.sql");

  @Inject Pool pool;
  @Inject Attempts attempts;
  @Inject LogIns logIns;
  @Inject ManualClock clock;

  @BeforeEach
  @AfterEach
  void nobodyHasGuessedYet() {
    FORGET.on(pool, Map.of()).await().atMost(PATIENCE);
    FORGET_PLACES.on(pool, Map.of()).await().atMost(PATIENCE);
  }

  @Test
  void afterSomeWrongPasswordsEvenTheRightOneWaits() {
    TestMembers.add(pool, "Guessed", Roles.MEMBER);
    wrongPasswords("Guessed", ATTEMPTS);

    Response refused = TestSessions.logIn("guessed", TestMembers.PASSWORD);
    refused.then().statusCode(429).body("type", equalTo("/errors.md#too-many-requests"));
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"login\";q=10;w=600");
    assertThat(refused.header("RateLimit")).isEqualTo("\"login\";r=0;t=600");
    assertThat(refused.cookies()).isEmpty();
    RestAssured.given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .get("/api/admin/audit-log?action=login-refused&limit=1")
        .then()
        .body("entries.details.address", hasItem("127.0.0.1"));

    clock.tick(Duration.ofMinutes(1));
    TestSessions.logIn("Guessed", TestMembers.PASSWORD).then().statusCode(200);
  }

  @Test
  void anUnknownNameWaitsAsAMembersDoes() {
    wrongPasswords("Nobody Of That Name", ATTEMPTS);

    TestSessions.logIn("Nobody Of That Name", "wrong").then().statusCode(429);
  }

  @Test
  void aSuccessMakesTheNameWholeAgain() {
    TestMembers.add(pool, "Clumsy", Roles.MEMBER);
    wrongPasswords("Clumsy", ATTEMPTS - 1);
    TestSessions.logIn("Clumsy", TestMembers.PASSWORD).then().statusCode(200);
    spend("clumsy@127.0.0.1", ATTEMPTS - 1);
    TestSessions.logIn("Clumsy", TestMembers.PASSWORD).then().statusCode(200);
    spend("clumsy", ATTEMPTS);
    spend("clumsy@127.0.0.1", ATTEMPTS - 1);
    TestSessions.logIn("Clumsy", TestMembers.PASSWORD).then().statusCode(200);
  }

  @Test
  void strangersKeepNoMemberOutWhoHasLoggedInFromHere() {
    TestMembers.add(pool, "Regular", Roles.MEMBER);
    TestSessions.logIn("Regular", TestMembers.PASSWORD).then().statusCode(200);

    for (int i = 0; i <= ATTEMPTS; i++) {
      logIns.attempt("Regular", "wrong", "192.0.2." + i).await().atMost(PATIENCE);
    }

    assertThat(attempt("Regular", "198.51.100.7")).isInstanceOf(LogIns.TooMany.class);
    TestSessions.logIn("Regular", TestMembers.PASSWORD).then().statusCode(200);
  }

  @Test
  void anAddressThatTriesManyNamesWaits() {
    Allowance perAddress = new Allowance("login-address", 60, Duration.ofSeconds(10));
    for (int i = 0; i < perAddress.burst(); i++) {
      attempts.spend(perAddress, "203.0.113.9").await().atMost(PATIENCE);
    }

    assertThat(attempt("Whoever", "203.0.113.9"))
        .isEqualTo(new LogIns.TooMany(perAddress.spentFor(Duration.ofSeconds(10))));
    assertThat(attempt("Whoever", "203.0.113.10")).isInstanceOf(LogIns.Wrong.class);
  }

  private LogIns.Outcome attempt(String name, String address) {
    return logIns.attempt(name, TestMembers.PASSWORD, address).await().atMost(PATIENCE);
  }

  /** All but the last are counted without the quarter second that each takes. */
  private void wrongPasswords(String name, int times) {
    spend(name.toLowerCase(Locale.ROOT), times - 1);
    TestSessions.logIn(name, "wrong").then().statusCode(401);
  }

  private void spend(String key, int times) {
    Allowance perName = new Allowance("login", ATTEMPTS, Duration.ofMinutes(1));
    for (int i = 0; i < times; i++) {
      assertThat(attempts.spend(perName, Sha256.hex(key)).await().atMost(PATIENCE).spent())
          .isTrue();
    }
  }
}
