package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static app.marquee.predictions.PredictionsApi.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import app.marquee.testkit.StatementCounter;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run leaves alone, what it brings back, and what is seen of it meanwhile. */
@QuarkusTest
class PredictionRunsHttpTest {
  private static final String MINE = "{\"name\":\"Mine\",\"weights\":{\"awards\":3,\"people\":1}}";
  private static final String FORCED = "{\"scope\":\"feature\",\"name\":\"films\",\"force\":true}";
  private static final String ONE = "{\"decade\":1990,\"profile\":\"balanced\"}";

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
  }

  @AfterEach
  void forgetIt() {
    api.reset();
  }

  @Test
  void whoReadsWhatIsBeingBuiltIsToldHowFarItIs() {
    String run;
    try (Held held = Held.scores(pool)) {
      run = ask("/api/predictions/refresh", ONE);
      get("/api/predictions?decade=1990")
          .statusCode(404)
          .body("type", equalTo("/errors.md#view-missing"))
          .body("state", equalTo("refreshing"))
          .body("run.done", equalTo(0))
          .body("run.total", greaterThanOrEqualTo(0))
          .header("Retry-After", matchesPattern("\\d+"));
    }
    api.await(run);
    get("/api/predictions?decade=1990").statusCode(200).header("X-Cache-Hit", "true");
  }

  @Test
  void aNodeThatDidNotBuildReadsTheRowOnceAndThenNoMore() {
    api.refresh(ONE);
    api.worlds()
        .run(
            "predictionstest/publish_elsewhere.sql",
            Map.of("key", "predictions_ranking_1990s_balanced"));
    coherence.poll().await().atMost(PredictionsApi.PATIENCE);

    assertThat(statementsOf("/api/predictions?decade=1990")).isEqualTo(1);
    assertThat(statementsOf("/api/predictions?decade=1990")).isZero();
    assertThat(statementsOf("/api/predictions?decade=1990&q=film")).isZero();
  }

  @Test
  void anEditMakesExactlyItsKeysStaleAtOnce() {
    admin().body(MINE).post("/api/profiles").then().statusCode(201);
    api.settle(6);
    assertThat(inState("stale")).isEmpty();

    try (Held held = Held.scores(pool)) {
      admin()
          .body("{\"name\":\"Mine\",\"weights\":{\"awards\":1,\"people\":1}}")
          .put("/api/profiles/mine")
          .then()
          .statusCode(200);

      Set<String> expected =
          api.builds().keySet().stream()
              .filter(key -> key.endsWith("_mine"))
              .collect(Collectors.toCollection(TreeSet::new));
      expected.add("predictions_comparison_all_profiles");
      assertThat(expected).hasSize(13);
      assertThat(inState("stale")).isEqualTo(expected);
    }
    Awaitility.await().atMost(PredictionsApi.PATIENCE).until(() -> inState("stale").isEmpty());
  }

  @Test
  void aChangedFilmIsScoredAloneAndOnlyWhatShowsItIsMadeAnew() {
    importFilms();
    api.settle(5);
    callSilentlyOtherwise(2010);
    Map<String, String> before = api.made();
    Map<Long, Object> scored = scoredAt();

    send("metrics", "imdb_id,source,metric_type,value\ntt0000002,imdb,rating_average,9\n");
    api.settle(5);

    assertThat(different(scored, scoredAt())).hasSize(1);
    assertThat(different(before, api.made())).isEqualTo(rankingsOf("1990s"));
    get("/api/predictions?decade=1990").body("data[0].imdb_id", equalTo("tt0000002"));
  }

  @Test
  void aFilmThatMovesChangesTheDecadeItLeavesAndTheOneItComesTo() {
    importFilms();
    api.settle(5);
    callSilentlyOtherwise(2020);
    Map<String, String> before = api.made();

    send("movies", "imdb_id,release_date\ntt0000003,1993-01-01\n");
    api.settle(5);

    Set<String> expected = rankingsOf("1990s");
    expected.addAll(rankingsOf("2010s"));
    Set<String> rankings = different(before, api.made());
    rankings.removeIf(key -> !key.startsWith("predictions_ranking_"));
    assertThat(rankings).isEqualTo(expected);
  }

  @Test
  void aFilmCalledOtherwiseOrPutOnAListIsShownSoInItsDecade() {
    importFilms();
    api.settle(5);
    callSilentlyOtherwise(2020);
    Map<String, String> before = api.made();

    send("movies", "imdb_id,title\ntt0000003,Tres\n");
    api.settle(5);
    assertThat(different(before, api.made())).isEqualTo(rankingsOf("2010s"));

    before = api.made();
    send("lists", "imdb_id,list\ntt0000003,criterion\n");
    api.settle(5);
    assertThat(different(before, api.made())).isEqualTo(rankingsOf("2010s"));
    get("/api/predictions?decade=2010")
        .body("data[0].title", equalTo("Tres"))
        .body("data[0].canonical_sources", contains("criterion"));
  }

  /** A decade's first film, so that whoever builds its rankings without need gives himself away. */
  private void callSilentlyOtherwise(int decade) {
    int film = get("/api/predictions?decade=" + decade).extract().path("data[0].movie_id");
    api.worlds()
        .run("predictionstest/title.sql", Map.of("movie_id", (long) film, "title", "Silent"));
    api.worlds().run("predictionstest/forget_marks.sql", Map.of());
  }

  private static Set<String> rankingsOf(String period) {
    return Stream.of("award-winner", "balanced", "critics-choice", "crowd-pleaser", "cult-classic")
        .map(profile -> "predictions_ranking_" + period + "_" + profile)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aRefreshOfARankingLeavesTheHindsightAsItIs() {
    api.refresh();
    Map<String, String> before = api.made();
    api.follow("/api/predictions/refresh", ONE);

    get("/api/predictions/validation").statusCode(200).header("X-Cache-Hit", "true");
    assertThat(api.made()).isEqualTo(before);
  }

  @Test
  void aProfileDeletedBeforeItsBuildsBeganStaysGone() {
    admin().body(MINE).post("/api/profiles").then().statusCode(201);
    api.settle(6);
    String run;
    try (Held held = Held.scores(pool)) {
      run = ask("/api/admin/refresh", FORCED);
      Awaitility.await()
          .atMost(PredictionsApi.PATIENCE)
          .until(() -> "running".equals(admin().get(run).path("status")));
      deleteMine();
    }
    api.await(run);
    admin().get(run).then().body("status", equalTo("success"));
    assertMineIsGone();
  }

  @Test
  void aProfileDeletedBeforeItsBuildsWerePublishedStaysGone() {
    admin().body(MINE).post("/api/profiles").then().statusCode(201);
    api.settle(6);
    Held scores = Held.scores(pool);
    String run = ask("/api/admin/refresh", FORCED);
    Awaitility.await()
        .atMost(PredictionsApi.PATIENCE)
        .until(() -> "running".equals(admin().get(run).path("status")));
    try (Held publishes = Held.publishes(pool)) {
      scores.close();
      Awaitility.await()
          .atMost(PredictionsApi.PATIENCE)
          .until(
              () ->
                  api.worlds()
                          .run("predictionstest/publishers.sql", Map.of())
                          .iterator()
                          .next()
                          .getLong("waiting")
                      > 0);
      deleteMine();
    }
    api.await(run);
    admin().get(run).then().body("status", equalTo("success"));
    assertMineIsGone();
  }

  private static void deleteMine() {
    admin().delete("/api/profiles/mine").then().statusCode(204);
  }

  private void assertMineIsGone() {
    assertThat(api.builds().keySet()).noneMatch(key -> key.endsWith("_mine"));
    api.settle(5);
    assertThat(api.builds().keySet()).noneMatch(key -> key.endsWith("_mine"));
    List<String> known = admin().get("/api/admin/cache-status").path("views.cache_key");
    assertThat(known).noneMatch(key -> key.endsWith("_mine"));
    List<String> listed = get("/api/views").extract().path("views.cache_key");
    assertThat(listed).isNotEmpty().noneMatch(key -> key.endsWith("_mine"));
    get("/api/views/predictions_ranking_1990s_mine").statusCode(404);
    get("/api/profiles/mine").statusCode(404).body("type", equalTo("/errors.md#profile-unknown"));
  }

  private void importFilms() {
    api.worlds().run("predictionstest/forget_films.sql", Map.of());
    send(
        "movies",
        """
        imdb_id,title,release_date
        tt0000001,One,1991-01-01
        tt0000002,Two,1992-01-01
        tt0000003,Three,2014-01-01
        tt0000004,Four,2015-01-01
        tt0000005,Five,2025-01-01
        """);
    send("metrics", "imdb_id,source,metric_type,value\ntt0000001,imdb,rating_average,8\n");
  }

  private static String ask(String path, String body) {
    return admin().body(body).post(path).then().statusCode(202).extract().header("Location");
  }

  private static long statementsOf(String path) {
    long before = StatementCounter.count();
    get(path).statusCode(200);
    return StatementCounter.count() - before;
  }

  /** The predictions' keys in this state. */
  private static Set<String> inState(String state) {
    List<String> keys =
        admin()
            .get("/api/admin/cache-status")
            .path("views.findAll { it.state == '" + state + "' }.cache_key");
    return keys.stream()
        .filter(key -> key.startsWith("predictions_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<Long, Object> scoredAt() {
    Map<Long, Object> scored = new HashMap<>();
    for (Row row : api.worlds().run("predictionstest/scored_at.sql", Map.of())) {
      scored.put(row.getLong("movie_id"), row.getString("scored"));
    }
    return scored;
  }

  private static <K, V> Set<K> different(Map<K, V> before, Map<K, V> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return after.keySet().stream()
        .filter(key -> !after.get(key).equals(before.get(key)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
