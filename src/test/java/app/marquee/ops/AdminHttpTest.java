package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdminHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Pool pool;

  private static RequestSpecification admin() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin/cache-status", "/admin/cache-status"})
  void cacheStatusCountsEveryDeclaredKey(String path) {
    runToItsEnd("{\"scope\":\"feature\",\"name\":\"probe\"}");

    admin()
        .get(path)
        .then()
        .statusCode(200)
        .body("cache_enabled", is(true))
        .body("features.name", hasItem("probe"))
        .body("features.find { it.name == 'probe' }.total_views", equalTo(4))
        .body("features.find { it.name == 'probe' }.fresh_views", equalTo(4))
        .body("last_refresh", matchesPattern("\\d{4}-.*Z"))
        .body("last_refresh_status", equalTo("success"))
        .body("memory_bytes", greaterThanOrEqualTo(1))
        .body("views.find { it.cache_key == 'probe_ranking_today_all' }.record_count", equalTo(60));
  }

  @Test
  void detailMayBeLeftOut() {
    admin()
        .get("/api/admin/cache-status?detail=false")
        .then()
        .statusCode(200)
        .body("views", nullValue());
    admin()
        .get("/api/admin/cache-status?detail=maybe")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("detail"));
  }

  @Test
  void aRefreshIsAcceptedAndCanBeFollowedToItsEnd() {
    String location =
        admin()
            .body("{\"scope\":\"key\",\"name\":\"probe_ranking_today_all\",\"force\":true}")
            .post("/api/admin/refresh")
            .then()
            .statusCode(202)
            .header("Location", matchesPattern("/api/admin/refreshes/\\d+"))
            .header("Retry-After", matchesPattern("\\d+"))
            .body("scope", equalTo("key:probe_ranking_today_all"))
            .body("trigger", equalTo("request"))
            .extract()
            .header("Location");

    waitForEnd(location);

    admin()
        .get(location)
        .then()
        .body("status", equalTo("success"))
        .body("done", equalTo(1))
        .body("total", equalTo(1))
        .body("outcomes.probe_ranking_today_all", matchesPattern("refreshed|confirmed"));
    admin().get("/api/admin/refreshes?limit=1").then().body("refreshes.size()", equalTo(1));
  }

  @Test
  void nothingToDoIsASuccessWithoutViews() {
    runToItsEnd("{\"scope\":\"all\"}");

    String location = runToItsEnd("{\"scope\":\"feature\",\"name\":\"probe\",\"if_stale\":true}");

    admin().get(location).then().body("status", equalTo("success")).body("views_total", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | scope",
        "{\"scope\":\"everything\"} | 400 | scope",
        "{\"scope\":\"view\"} | 400 | name",
        "{\"scope\":\"all\",\"name\":\"x\"} | 400 | name",
        "{\"scope\":\"all\",\"force\":\"yes\"} | 400 | force",
        "{\"scope\":\"all\",\"forse\":true} | 400 | forse",
      })
  void aBadRequestBodyIsNamedMemberByMember(String body, int status, String member) {
    admin()
        .body(body)
        .post("/api/admin/refresh")
        .then()
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("errors.parameter", hasItem(member));
  }

  @Test
  void aNameNobodyDeclaredIs404() {
    admin()
        .body("{\"scope\":\"view\",\"name\":\"nothing\"}")
        .post("/api/admin/refresh")
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#view-unknown"));
  }

  @Test
  void brokenJsonAndOtherMediaTypesAreRefused() {
    admin()
        .body("{\"scope\":")
        .post("/api/admin/refresh")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE);
    admin()
        .contentType("text/plain")
        .body("all")
        .post("/api/admin/refresh")
        .then()
        .statusCode(415)
        .contentType(Problem.MEDIA_TYPE);
    admin()
        .body("[1]")
        .post("/api/admin/refresh")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE);
    admin()
        .body("")
        .post("/api/admin/refresh")
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aKeyThatCannotBeBuiltKeepsItsBuildAndShowsWhy() {
    runToItsEnd("{\"scope\":\"feature\",\"name\":\"probe\",\"force\":true}");
    String before = given().get("/api/views/probe_ranking_7days_all").path("data.toString()");
    Sql.of("probe/make_trouble.sql")
        .on(pool, Map.of("period", "7days", "kind", "fail"))
        .await()
        .atMost(PATIENCE);

    String location = runToItsEnd("{\"scope\":\"feature\",\"name\":\"probe\",\"force\":true}");

    admin()
        .get(location)
        .then()
        .body("status", equalTo("partial"))
        .body("views_failed", equalTo(2))
        .body("failures.cache_key", contains("probe_ranking_7days_all", "probe_ranking_7days_big"))
        .body("failures[0].reason", equalTo("build_failed"))
        .body("failures[0].message", equalTo("ERROR: division by zero (22012)"))
        .body("outcomes.probe_ranking_today_all", equalTo("confirmed"));
    admin()
        .get("/api/admin/cache-status")
        .then()
        .body(
            "views.find { it.cache_key == 'probe_ranking_7days_all' }.reason",
            equalTo("build_failed"))
        .body("views.find { it.cache_key == 'probe_ranking_today_all' }.reason", nullValue());
    given()
        .get("/api/views/probe_ranking_7days_all")
        .then()
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .body("data.toString()", equalTo(before));
  }

  @AfterEach
  void endTrouble() {
    Sql.of("probe/end_trouble.sql").on(pool, Map.of()).await().atMost(PATIENCE);
  }

  @Test
  void anUnknownRunIs404() {
    admin()
        .get("/api/admin/refreshes/999999999")
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#run-unknown"));
  }

  @Test
  void withoutATokenNothingIsTold() {
    given().get("/api/admin/cache-status").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
    given()
        .contentType("application/json")
        .body("{\"scope\":\"all\"}")
        .post("/admin/refresh")
        .then()
        .statusCode(401);
  }

  private static String runToItsEnd(String body) {
    String location =
        admin()
            .body(body)
            .post("/api/admin/refresh")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    waitForEnd(location);
    return location;
  }

  private static void waitForEnd(String location) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !List.of("queued", "running").contains(admin().get(location).path("status")));
  }
}
