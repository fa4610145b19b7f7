package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the status says of builds that something has happened to since. */
@QuarkusTest
class PredictionStatusHttpTest {
  private static final String STATUS = "/api/predictions/status";
  private static final String MINE = "{\"name\":\"Mine\",\"weights\":{\"awards\":3,\"people\":1}}";

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void everythingHasABuild() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
    api.settle(5);
  }

  @AfterEach
  void forgetIt() {
    api.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "movie, movies, 100, up_to_date",
    "metric, metrics, 101, refresh_suggested",
    "person, people, 500, refresh_suggested",
    "list, lists, 501, refresh_recommended",
    "scoring, scoring, 501, refresh_recommended",
    "festival, festivals, 10, up_to_date",
    "festival, festivals, 11, refresh_recommended"
  })
  void changesAreCountedByCause(String cause, String member, int films, String recommendation) {
    note(cause, (short) 1990, films);

    get(STATUS)
        .statusCode(200)
        .body("changes_since." + member, equalTo(films))
        .body("changes_since.findAll { it.value > 0 }.size()", equalTo(1))
        .body("stale_decades", contains(1990))
        .body("needs_refresh", equalTo(!recommendation.equals("up_to_date")))
        .body("recommendation", equalTo(recommendation));
  }

  @Test
  void causesAddUp() {
    note("movie", (short) 1990, 60);
    note("person", (short) 2000, 41);

    get(STATUS)
        .body("stale_decades", contains(1990, 2000))
        .body("recommendation", equalTo("refresh_suggested"));
  }

  @Test
  void aRefreshOfOneDecadeMakesThatOneCurrent() {
    // The feature's own run, which follows a change by itself, waits for somebody else's.
    api.worlds().run("predictionstest/take_lease.sql", Map.of("scope", "feature:films"));
    try {
      note("movie", (short) 1990, 60);
      note("person", (short) 2000, 41);
      api.follow("/api/predictions/refresh", "{\"decade\":1990,\"profile\":\"balanced\"}");

      get(STATUS).body("stale_decades", contains(2000));
      get(STATUS + "?profile=award-winner").body("stale_decades", contains(1990, 2000));
    } finally {
      api.worlds().run("predictionstest/free_lease.sql", Map.of("scope", "feature:films"));
      // No schedule wakes the run that waited; a request does.
      api.settle(5);
    }
  }

  @Test
  void undatedFilmsMakeNoDecadeStaleButAnotherScoringMakesAll() {
    note("movie", null, 3);
    get(STATUS).body("changes_since.movies", equalTo(3)).body("stale_decades", empty());

    note("scoring", null, 3);
    get(STATUS).body("stale_decades", hasSize(11));
  }

  @Test
  void anEditConcernsItsProfileAlone() {
    admin().body(MINE).post("/api/profiles").then().statusCode(201);
    api.settle(6);
    try (Held held = Held.scores(pool)) {
      admin()
          .body("{\"name\":\"Mine\",\"weights\":{\"awards\":1,\"people\":1}}")
          .put("/api/profiles/mine")
          .then()
          .statusCode(200);

      get(STATUS + "?profile=mine")
          .body("profile", equalTo("mine"))
          .body("changes_since.profiles", equalTo(1))
          .body("needs_refresh", equalTo(true))
          .body("recommendation", equalTo("refresh_recommended"));
      get(STATUS)
          .body("profile", equalTo("balanced"))
          .body("changes_since.profiles", equalTo(0))
          .body("recommendation", equalTo("up_to_date"));
    }
  }

  @Test
  void aProfileWithABuildMissingNeedsARefresh() {
    api.worlds()
        .run(
            "predictionstest/forget_build.sql",
            Map.of("key", "predictions_validation_all_balanced"));
    coherence.poll().await().atMost(PredictionsApi.PATIENCE);

    get(STATUS)
        .body("cached", equalTo(false))
        .body("has_predictions", equalTo(true))
        .body("has_validation", equalTo(false))
        .body("recommendation", equalTo("refresh_required"));
    get(STATUS + "?profile=award-winner").body("recommendation", equalTo("up_to_date"));
  }

  private void note(String cause, Short decade, int films) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("cause", cause);
    binds.put("decade", decade);
    binds.put("movies", films);
    api.worlds().run("predictionstest/note_change.sql", binds);
  }
}
