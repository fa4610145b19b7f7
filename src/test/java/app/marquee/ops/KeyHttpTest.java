package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.http.Problem;
import app.marquee.security.Roles;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single keys: how they stand, paused, resumed and cleared. */
@QuarkusTest
class KeyHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String KEY = ProbeBuilds.KEY;
  private static final String ADDRESS = Ops.key(KEY);

  @Inject Pool pool;

  @BeforeEach
  void build() {
    new ProbeBuilds(pool).renew();
  }

  @AfterEach
  void resume() {
    Ops.resume(ADDRESS);
    awaitQuiet();
  }

  private static void awaitQuiet() {
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
  void aKeyTellsItsStateItsBoundsAndItsAddress() {
    Ops.admin()
        .get(ADDRESS)
        .then()
        .statusCode(200)
        .body("success", equalTo(true), "cache_key", equalTo(KEY), "feature", equalTo("probe"))
        .body("policy", equalTo("compute"), "state", equalTo("fresh"), "reason", nullValue())
        .body("fresh_for_seconds", equalTo(900))
        .body("stale_while_revalidate_seconds", equalTo(1800))
        .body("stale_if_error_seconds", equalTo(86400))
        .body("paused", equalTo(false), "pause", nullValue(), "record_count", equalTo(60))
        .body("url", equalTo("/api/views/" + KEY));
    Ops.admin()
        .get(Ops.key("predictions_comparison_all"))
        .then()
        .body("stale_if_error_seconds", nullValue());
  }

  @Test
  void whoPausedItWhenAndWhyIsTold() {
    Response paused = Ops.pause(ADDRESS, " its feed is wrong ");

    paused
        .then()
        .body("paused", equalTo(true), "reason", equalTo("paused"))
        .body("pause.reason", equalTo("its feed is wrong"), "pause.by", equalTo(Ops.ADMIN))
        .body("pause.since", matchesPattern("\\d{4}-.*Z"));
    Ops.admin().get(ADDRESS).then().body("pause", equalTo(paused.jsonPath().getMap("pause")));
    Ops.admin()
        .get("/api/admin/cache-status")
        .then()
        .body("views.find { it.cache_key == '" + KEY + "' }.paused", equalTo(true))
        .body("views.find { it.cache_key == '" + KEY + "' }.feature", equalTo("probe"));
    Ops.newestAudit("view-paused")
        .then()
        .body("entries.subject", contains("view " + KEY))
        .body("entries[0].details.reason", equalTo("its feed is wrong"));
  }

  @Test
  void aMemberIsNamedNotTheirSession() {
    TestMembers.add(pool, "Pauser", Roles.ADMIN);
    String session = TestSessions.of("Pauser");

    TestSessions.with(session)
        .body("{\"paused\":true}")
        .patch(ADDRESS)
        .then()
        .statusCode(200)
        .body("pause.by", equalTo("Pauser"), "pause.reason", nullValue());
    TestSessions.with(session)
        .body("{\"scope\":\"key\",\"name\":\"" + KEY + "\"}")
        .post("/api/admin/refresh")
        .then()
        .statusCode(202)
        .body("requested_by", equalTo("Pauser"));
  }

  @Test
  void aPausedKeyIsLeftOutByARefreshOfItsFeature() {
    long before = generation();
    Ops.pause(ADDRESS, "wait");

    String run =
        Ops.admin()
            .body("{\"scope\":\"feature\",\"name\":\"probe\",\"force\":true}")
            .post("/api/admin/refresh")
            .header("Location");
    awaitQuiet();

    assertThat(Ops.admin().get(run).jsonPath().getMap("outcomes"))
        .containsKey("probe_ranking_7days_all")
        .doesNotContainKey(KEY);
    assertThat(generation()).isEqualTo(before);
  }

  @Test
  void resumingIsNotedAndOnlyWhereItChangesSomething() {
    Ops.pause(ADDRESS, "wait");

    Ops.resume(ADDRESS).then().body("paused", equalTo(false), "pause", nullValue());
    int noted = Ops.newestAudit("view-resumed").path("entries[0].id");
    Ops.resume(ADDRESS);

    assertThat(Ops.newestAudit("view-resumed").<Integer>path("entries[0].id")).isEqualTo(noted);
  }

  private static long generation() {
    return Ops.admin().get(ADDRESS).jsonPath().getLong("generation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"paused\":\"yes\"}",
        "{\"paused\":true,\"reason\":7}",
        "{\"paused\":true,\"reason\":\"two\\nlines\"}",
        "{\"paused\":true,\"reason\":\"nothing\\u0000\"}",
        "{\"paused\":true,\"until\":\"tomorrow\"}",
        "[]",
        "{"
      })
  void aBodyThatIsNoPauseChangesNothing(String body) {
    Ops.admin().body(body).patch(ADDRESS).then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    Ops.admin().get(ADDRESS).then().body("paused", equalTo(false));
  }

  @Test
  void aReasonHasAtMostTwoHundredCharacters() {
    Ops.pause(ADDRESS, "😴".repeat(200)).then().body("pause.reason", equalTo("😴".repeat(200)));
    Ops.admin()
        .body("{\"paused\":true,\"reason\":\"" + "x".repeat(201) + "\"}")
        .patch(ADDRESS)
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("reason"));
  }

  @Test
  void aClearedKeyIsMissingUntilAReadComputesIt() {
    Ops.admin().delete(ADDRESS).then().statusCode(200).body("cleared", equalTo(1));

    Ops.admin().get(ADDRESS).then().body("state", equalTo("missing"));
    Ops.newestAudit("builds-cleared")
        .then()
        .body("entries.subject", contains("key " + KEY))
        .body("entries[0].details.cleared", equalTo(1));
    given().get("/api/views/" + KEY).then().statusCode(200).header("X-Cache-Hit", "false");
    given().get("/api/views/" + KEY).then().header("X-Cache-Hit", "true");
  }

  @Test
  void aClearedKeyThatIsPausedIsReportedMissing() {
    Ops.pause(ADDRESS, "wait");
    Ops.admin().delete(ADDRESS).then().body("cleared", equalTo(1));

    given()
        .get("/api/views/" + KEY)
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#view-missing"), "state", equalTo("missing"));
  }

  @ParameterizedTest
  @CsvSource({"feature, probe, 4", "view, probe_ranking, 4", "key, " + ProbeBuilds.KEY + ", 1"})
  void aScopeIsClearedAsAWhole(String scope, String name, int builds) {
    clear("?scope=" + scope + "&name=" + name)
        .then()
        .statusCode(200)
        .body("success", equalTo(true), "cleared", equalTo(builds));
    clear("?scope=" + scope + "&name=" + name).then().body("cleared", equalTo(0));
    Ops.newestAudit("builds-cleared").then().body("entries.subject", contains(scope + " " + name));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 400",
        "?scope=everything, 400",
        "?scope=view, 400",
        "?scope=all&name=probe, 400",
        "?scope=key&name=x&force=true, 400",
        "?scope=key&name=nobody, 404",
        "?scope=feature&name=nobody, 404",
        "?scope=view&name=nobody, 404"
      })
  void whatIsNoScopeClearsNothing(String query, int status) {
    clear(query == null ? "" : query).then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    Ops.admin().get(ADDRESS).then().body("state", equalTo("fresh"));
  }

  private static Response clear(String query) {
    return Ops.admin().delete("/admin/views" + query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PATCH", "DELETE"})
  void aKeyNobodyDeclaredIs404(String method) {
    Ops.admin()
        .body("{\"paused\":true}")
        .request(method, Ops.key("nobody"))
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#view-unknown"));
  }
}
