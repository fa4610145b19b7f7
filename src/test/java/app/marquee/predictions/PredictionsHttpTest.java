package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.marquee.testkit.StatementCounter;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PredictionsHttpTest {
  private static final String KEY = "predictions_ranking_1990s_balanced";

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;
  @Inject NightlyRefresh nightly;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
  }

  @Test
  void aRefreshOfOneRankingBuildsItAndAHitRunsNoStatement() {
    String run = api.refresh("{\"decade\":1990,\"profile\":\"balanced\"}");

    admin()
        .get(run)
        .then()
        .body("status", equalTo("success"))
        .body("scope", equalTo("key:predictions_ranking_1990s_balanced"));
    get("/api/predictions?decade=1990").statusCode(200);
    long before = StatementCounter.count();
    get("/api/predictions?decade=1990")
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .body("view", equalTo("predictions_ranking"))
        .body("record_count", equalTo(5))
        .body("data.movie_id", contains(1, 5, 2, 3, 4))
        .body("statistics.total_candidates", equalTo(2))
        .body("algorithm_info.decade", equalTo(1990));
    assertThat(StatementCounter.count() - before).isZero();
    get("/api/predictions?decade=2020").statusCode(404);
  }

  @Test
  void rowsAreFilteredInMemoryAndKeepTheirRank() {
    api.refresh();
    get("/api/predictions?decade=1990&status=future_prediction").statusCode(200);
    long before = StatementCounter.count();

    get("/api/predictions?decade=1990&status=future_prediction")
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .body("record_count", equalTo(5))
        .body("matching_count", equalTo(2))
        .body("data.rank", contains(2, 3))
        .body("data.status", everyItem(equalTo("future_prediction")));
    given()
        .queryParam("q", " FILM 4")
        .get("/api/predictions?decade=1990")
        .then()
        .body("data.movie_id", contains(4))
        .body("data.rank", contains(5));
    get("/api/predictions?decade=1990&q=nobody")
        .statusCode(200)
        .body("data", empty())
        .body("matching_count", equalTo(0));

    assertThat(StatementCounter.count() - before).isZero();
  }

  @Test
  void pagesNameTheNextInTheirOwnWords() {
    api.refresh();

    get("/api/predictions?decade=1990&limit=2&profile=crowd-pleaser")
        .body("data.size()", equalTo(2))
        .header(
            "Link",
            "</api/predictions?decade=1990&profile=crowd-pleaser&limit=2&offset=2>; rel=\"next\"");
    get("/api/predictions?decade=1990&limit=1&status=already_added&q=film")
        .header(
            "Link",
            "</api/predictions?decade=1990&profile=balanced&status=already_added&q=film"
                + "&limit=1&offset=1>; rel=\"next\"");
    get("/api/predictions?decade=1990&limit=1&offset=2&status=already_added")
        .body("data.rank", contains(5))
        .header("Link", nullValue());
  }

  @Test
  void differentFiltersHaveDifferentTags() {
    api.refresh();
    String all = get("/api/predictions?decade=1990").extract().header("ETag");
    String some = get("/api/predictions?decade=1990&q=film").extract().header("ETag");

    assertThat(some).isNotEqualTo(all);
    given()
        .header("If-None-Match", some)
        .get("/api/predictions?decade=1990&q=film")
        .then()
        .statusCode(304);
    given()
        .header("If-None-Match", some)
        .get("/api/predictions?decade=1990&q=films")
        .then()
        .statusCode(200);
  }

  @Test
  void rowsAreAlsoCsv() {
    api.refresh();

    String csv =
        get("/api/predictions.csv?decade=1990&status=already_added")
            .statusCode(200)
            .contentType("text/csv; charset=utf-8; header=present")
            .extract()
            .asString();

    assertThat(csv.lines().toList()).hasSize(4);
    assertThat(csv).startsWith("rank,movie_id,");
  }

  @Test
  void aDecadeWithoutCandidatesIsAnAnswer() {
    api.refresh();

    get("/api/predictions?decade=2000")
        .statusCode(200)
        .body("data", empty())
        .body("empty_reason", equalTo("this decade has no candidates"));
  }

  @Test
  void hindsightIsServedWhole() {
    api.refresh();

    get("/api/predictions/validation?profile=award-winner")
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .body("data.size()", equalTo(11))
        .body("overall.pooled_accuracy_percentage", equalTo(75.0f));
    get("/api/predictions/comparison")
        .statusCode(200)
        .body("data.profile", hasItem("cult-classic"))
        .body("best_overall.profiles", contains("award-winner"));
  }

  @Test
  void atNightEverythingIsCheckedAgain() {
    api.refresh();
    Map<String, String> before = api.builds();

    nightly.ask().await().atMost(PredictionsApi.PATIENCE);

    Awaitility.await()
        .atMost(PredictionsApi.PATIENCE)
        .untilAsserted(() -> assertThat(api.builds()).doesNotContainEntry(KEY, before.get(KEY)));
    Map<String, String> after = api.builds();
    assertThat(after.keySet()).isEqualTo(before.keySet()).hasSize(61);
    assertThat(after.values()).doesNotContainAnyElementsOf(before.values());
  }

  @Test
  void atNightWhatIsMarkedIsScoredFirst() {
    api.worlds().run("predictionstest/title.sql", Map.of("movie_id", 7L, "title", "Seven"));
    api.worlds().run("predictionstest/mark.sql", Map.of("movie_id", 7L));

    nightly.ask().await().atMost(PredictionsApi.PATIENCE);

    Awaitility.await()
        .atMost(PredictionsApi.PATIENCE)
        .untilAsserted(
            () ->
                get("/api/predictions?decade=1950")
                    .statusCode(200)
                    .body("data[0].title", equalTo("Seven"))
                    .body("data[0].total_score", equalTo(0.0f))
                    .body("data[0].changed_on", equalTo("2026-08-22")));
  }

  @Test
  void aRefreshThatFailsForADecadeKeepsItsBuildAndEverythingElse() {
    api.refresh();
    Map<String, String> before = api.builds();
    String shown = get("/api/predictions?decade=1950").extract().path("data.toString()");
    api.worlds().run("predictionstest/poison.sql", Map.of("movie_id", 7L));

    String run =
        api.follow(
            "/api/admin/refresh", "{\"scope\":\"feature\",\"name\":\"films\",\"force\":true}");

    admin().get(run).then().body("status", equalTo("partial")).body("views_failed", equalTo(5));
    assertThat(api.builds().keySet()).isEqualTo(before.keySet());
    get("/api/predictions?decade=1950").statusCode(200).body("data.toString()", equalTo(shown));
    get("/api/predictions/validation").statusCode(200);
  }

  @Test
  void statusTellsWhatChangedSinceTheBuilds() {
    get("/api/predictions/status")
        .statusCode(200)
        .body("cached", equalTo(false))
        .body("changes_since", nullValue())
        .body("stale_decades.size()", equalTo(11))
        .body("recommendation", equalTo("refresh_required"));
    api.refresh();
    get("/api/predictions/status")
        .body("cached", equalTo(true))
        .body("last_calculated", startsWith("20"))
        .body("needs_refresh", equalTo(false))
        .body("stale_decades", empty())
        .body("recommendation", equalTo("up_to_date"));

    api.worlds()
        .run(
            "predictionstest/note_change.sql",
            Map.of("cause", "festival", "decade", (short) 1990, "movies", 11));

    get("/api/predictions/status")
        .body("changes_since.festivals", equalTo(11))
        .body("stale_decades", contains(1990))
        .body("recommendation", equalTo("refresh_recommended"));
  }

  @Test
  void decadesAndListsCanBeChosenFrom() {
    api.refresh();

    get("/api/decades")
        .body("decades.decade", hasItem(1990))
        .body("decades.find { it.decade == 1990 }.record_count", equalTo(5));
    get("/api/lists")
        .body("lists.list", contains("1001_movies", "afi", "criterion"))
        .body("lists.is_target", contains(true, false, false))
        .body("lists.movies", contains(7, 1, 1));
  }
}
