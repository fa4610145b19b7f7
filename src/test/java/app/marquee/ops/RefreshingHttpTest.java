package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.http.Problem;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.StatementCounter;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All refreshing, paused and resumed; what cache-status tells of it and of the clock. */
@QuarkusTest
class RefreshingHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String STATUS = "/api/admin/cache-status";

  @Inject Pool pool;
  @Inject ManualClock clock;

  @BeforeEach
  void build() {
    new ProbeBuilds(pool).renew();
  }

  @AfterEach
  void resume() {
    Ops.resume(Ops.REFRESHING);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                !Ops.admin()
                    .get("/api/admin/refreshes?limit=10")
                    .jsonPath()
                    .getList("refreshes.refresh_completed_at")
                    .contains(null));
  }

  @Test
  void whoPausedItWhenAndWhyIsTold() {
    Ops.admin()
        .get(Ops.REFRESHING)
        .then()
        .statusCode(200)
        .body("success", equalTo(true), "refreshing.paused", equalTo(false))
        .body("refreshing.reason", nullValue(), "refreshing.since", nullValue())
        .body("refreshing.by", nullValue());

    Ops.pause(Ops.REFRESHING, "the database is being moved")
        .then()
        .body("refreshing.paused", equalTo(true), "refreshing.by", equalTo(Ops.ADMIN))
        .body("refreshing.reason", equalTo("the database is being moved"))
        .body("refreshing.since", matchesPattern("\\d{4}-.*Z"));

    Ops.admin()
        .get(STATUS)
        .then()
        .body("refreshing.paused", equalTo(true), "refreshing.by", equalTo(Ops.ADMIN))
        .body("refreshing.reason", equalTo("the database is being moved"))
        .body("next_refresh", nullValue());
    Ops.newestAudit("refreshing-paused")
        .then()
        .body("entries[0].subject", nullValue())
        .body("entries[0].details.reason", equalTo("the database is being moved"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/admin/refresh | {\"scope\":\"all\",\"force\":true,\"accept\":true}",
        "/admin/refresh | {\"scope\":\"feature\",\"name\":\"probe\"}",
        "/api/predictions/refresh | {}"
      })
  void aRefreshIsRefusedMeanwhile(String address, String body) {
    Ops.pause(Ops.REFRESHING, "a quiet night");
    int newest = newestRun();

    Ops.admin()
        .body(body)
        .post(address)
        .then()
        .statusCode(409)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/errors.md#refreshing-paused"))
        .body("detail", containsString(Ops.ADMIN + " paused it at "))
        .body("detail", containsString("a quiet night"));

    assertThat(newestRun()).isEqualTo(newest);
  }

  @Test
  void aReadOfWhatWasClearedStartsNothingMeanwhile() {
    Ops.pause(Ops.REFRESHING, "a quiet night");
    int newest = newestRun();
    Ops.admin().delete(Ops.key(ProbeBuilds.KEY)).then().body("cleared", equalTo(1));

    given()
        .get("/api/views/" + ProbeBuilds.KEY)
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#view-missing"), "state", equalTo("missing"));
    Ops.admin().get(Ops.key(ProbeBuilds.KEY)).then().body("reason", equalTo("paused"));

    assertThat(newestRun()).isEqualTo(newest);
  }

  @Test
  void resumingRefreshesWhatIsMissing() {
    Ops.pause(Ops.REFRESHING, "a quiet night");
    Ops.admin().delete(Ops.key(ProbeBuilds.KEY));

    Ops.resume(Ops.REFRESHING).then().body("refreshing.paused", equalTo(false));

    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Ops.admin().get(Ops.key(ProbeBuilds.KEY)).path("state").equals("fresh"));
    Ops.newestAudit("refreshing-resumed").then().body("entries.size()", equalTo(1));
  }

  private static int newestRun() {
    return Ops.admin().get("/api/admin/refreshes?limit=1").path("refreshes[0].id");
  }

  @Test
  void readyMeansReadyWhileItIsPaused() {
    Ops.pause(Ops.REFRESHING, "a quiet night");

    given().get("/q/health/ready").then().statusCode(200);
  }

  @Test
  void whichTimeItIsIsTold() {
    String now = Ops.admin().get(STATUS).then().extract().path("clock.now");
    boolean replay = Ops.admin().get(STATUS).path("clock.replay");

    assertThat(Instant.parse(now)).isEqualTo(clock.instant());
    assertThat(replay).isFalse();
  }

  @Test
  void theStatusAsksTheDatabaseNothing() {
    Ops.admin().get(STATUS).then().body("views.size()", greaterThan(60));
    long before = StatementCounter.count();

    Ops.admin().get(STATUS).then().statusCode(200);

    assertThat(StatementCounter.count() - before).isZero();
  }
}
