package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.Sql;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.StatementCounter;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every limited operation, by a caller who has two calls left: the third is refused, and a while
 * later there is one again. Bodies are never right, so that what is let through does nothing.
 */
@QuarkusTest
class RateLimitsHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Sql LEAVE = Sql.of("testkit/leave_of_allowance.sql");
  private static final Sql FORGET = Sql.of("testkit/forget_attempts.sql");

  /** As the tests' settings have it. */
  private static final int A_MINUTE = 100_000;

  private static final String ADMIN = "token MARQUEE_ADMIN_TOKEN";
  private static final String INGEST = "token MARQUEE_INGEST_TOKEN";

  @Inject Pool pool;
  @Inject ManualClock clock;

  @AfterEach
  void everybodyMayGoOn() {
    FORGET.on(pool, Map.of()).await().atMost(PATIENCE);
    clock.tick(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refresh | /api/admin/refresh          | application/json     | " + ADMIN,
        "refresh | /admin/refresh              | application/json     | " + ADMIN,
        "refresh | /api/predictions/refresh    | application/json     | " + ADMIN,
        "refresh | /api/admin/metadata/refresh | application/json     | " + ADMIN,
        "preview | /api/predictions/preview    | application/json     | address 127.0.0.1",
        "preview | /api/predictions/preview    | application/json     | " + ADMIN,
        "push    | /api/parks/snapshots        | application/json     | " + INGEST,
        "push    | /api/parks/snapshots        | application/x-ndjson | " + INGEST
      })
  void soManyAMinuteAndNoMore(String limit, String path, String type, String caller) {
    leave(limit, caller, 2);
    String policy = "\"" + limit + "\";q=" + A_MINUTE + ";w=60";
    for (int left = 1; left >= 0; left--) {
      Response answer = call(path, type, caller);
      assertThat(answer.statusCode()).isNotEqualTo(429).isBetween(400, 499);
      assertThat(answer.header("RateLimit-Policy")).isEqualTo(policy);
      assertThat(answer.header("RateLimit")).isEqualTo("\"" + limit + "\";r=" + left + ";t=60");
    }

    Response refused = call(path, type, caller);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.<String>path("type")).isEqualTo("/errors.md#too-many-requests");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo(policy);
    assertThat(refused.header("RateLimit")).isEqualTo("\"" + limit + "\";r=0;t=60");

    clock.tick(Duration.ofSeconds(1));
    assertThat(call(path, type, caller).statusCode()).isNotEqualTo(429);
  }

  @Test
  void whoeverDoesNotWaitCostsNoStatement() {
    leave("preview", "address 127.0.0.1", 0);
    String path = "/api/predictions/preview";
    assertThat(call(path, "application/json", "address 127.0.0.1").statusCode()).isEqualTo(429);
    long before = StatementCounter.count();

    for (int i = 0; i < 5; i++) {
      assertThat(call(path, "application/json", "address 127.0.0.1").statusCode()).isEqualTo(429);
    }

    assertThat(StatementCounter.count()).isEqualTo(before);
  }

  @Test
  void oneCallersHasteIsNotAnothers() {
    leave("preview", "address 127.0.0.1", 0);
    String path = "/api/predictions/preview";
    assertThat(call(path, "application/json", "address 127.0.0.1").statusCode()).isEqualTo(429);
    assertThat(call(path, "application/json", ADMIN).statusCode()).isNotEqualTo(429);
  }

  @Test
  void whatMayNotBeDoneIsNotCounted() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/admin/refresh")
        .then()
        .statusCode(401)
        .header("RateLimit", (String) null);
  }

  @Test
  void readsOfAdminsAreNotLimited() {
    for (Routes.Route route : Routes.all()) {
      if (route.reads()) {
        assertThat(as(ADMIN).get(route.address()).header("RateLimit")).as("%s", route).isNull();
      }
    }
  }

  private void leave(String kind, String caller, int left) {
    LEAVE
        .on(
            pool,
            Map.of(
                "kind",
                kind,
                "key",
                caller,
                "now",
                clock.instant(),
                "refill",
                60.0 / A_MINUTE,
                "burst",
                A_MINUTE,
                "left",
                left))
        .await()
        .atMost(PATIENCE);
  }

  private static Response call(String path, String type, String caller) {
    return as(caller)
        .contentType(type)
        .body("[]".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(path);
  }

  private static RequestSpecification as(String caller) {
    return caller.startsWith("address")
        ? given()
        : given()
            .header(
                "Authorization",
                "Bearer " + (caller.equals(INGEST) ? TestTokens.INGEST : TestTokens.ADMIN));
  }
}
