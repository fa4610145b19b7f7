package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.films.FilmFact;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OMDb, TMDB and the imported films, and who is asked when. */
@QuarkusTest
class ProviderChainHttpTest {
  private static final String ID = "tt7131622";
  private static final Instant MIDNIGHT = Instant.parse("2026-08-23T00:00:00Z");
  private static final RefreshOrder FORCED = new RefreshOrder(99, null, true, false, null, false);

  private TestDatabase database;
  private UpstreamStub upstream;
  private MetadataFixture films;

  @BeforeEach
  void startStub() {
    database = TestDatabase.create();
    upstream = new UpstreamStub();
    films = new MetadataFixture(database, upstream.uri()).set("imdbapi.batch", "1");
  }

  @AfterEach
  void stopStub() {
    upstream.close();
    database.close();
  }

  private static FilmFact imported(String id, String title) {
    return new FilmFact(id, title, null, 2019, "Imported.", 161, "/x.jpg", 7.0, 12, null);
  }

  /** Answers each provider's question for any film by {@code Captured} data, or as told. */
  private void answers(UpstreamStub.Behaviour imdbapi, UpstreamStub.Behaviour omdb) {
    upstream.does(
        request -> (request.path().startsWith("/titles") ? imdbapi : omdb).answer(request));
  }

  private static UpstreamStub.Behaviour omdb(String id) {
    return UpstreamStub.status(200, Captured.omdb().get(id).toString());
  }

  @Test
  void omdbIsAskedWithItsKeyAndItsTextsAreRead() {
    films.set("providers", "omdb").propose(ID);
    upstream.does(omdb(ID));

    assertThat(films.node().due().updated()).isEqualTo(1);
    assertThat(upstream.asked()).containsExactly("/?apikey=secret&i=" + ID);
    JsonObject data = films.data(ID);
    assertThat(data.getInteger("runtime_seconds")).isEqualTo(161 * 60);
    assertThat(data.getInteger("metascore")).isEqualTo(83);
    assertThat(data.getString("plot")).startsWith("A faded television actor");
  }

  @Test
  void tmdbIsAskedForItsNumberAndThenForTheFilm() {
    films.set("providers", "tmdb").propose("tt0035423");
    JsonNode film = Captured.tmdb().get("tt0035423");
    upstream.does(
        request ->
            UpstreamStub.status(
                    200,
                    request.path().startsWith("/3/find/")
                        ? "{\"movie_results\": [{\"id\": 11232}]}"
                        : film.toString())
                .answer(request));

    assertThat(films.node().due().updated()).isEqualTo(1);
    assertThat(upstream.asked())
        .containsExactly(
            "/3/find/tt0035423?external_source=imdb_id&api_key=secret",
            "/3/movie/11232?api_key=secret");
    assertThat(films.data("tt0035423").getString("rating_source")).isEqualTo("tmdb");
    assertThat(films.data("tt0035423").getString("poster_url"))
        .startsWith("https://image.tmdb.org/");
  }

  @Test
  void tmdbKnowsNoSuchFilm() {
    films.set("providers", "tmdb").propose(ID);
    upstream.says(200, "{\"movie_results\": [], \"tv_results\": [{\"id\": 1}]}");
    assertThat(films.node().due().notFound()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, Request limit reached!",
    "401, Request limit reached!",
    "200, Daily request limit reached!"
  })
  void aSpentQuotaPausesUntilTheDayTurnsAndTouchesNoFilm(int status, String error) {
    films.set("providers", "omdb").propose(ID, "tt6105098");
    upstream.says(status, "{\"Response\":\"False\",\"Error\":\"" + error + "\"}");
    MetadataFixture.Node node = films.node();

    RefreshReport report = node.due();

    assertThat(report.skipped()).isEqualTo(2);
    assertThat(upstream.asked().size()).isBetween(1, 2);
    assertThat(films.state(ID)).isEqualTo("MISSING");
    assertThat(films.data(ID)).isNull();
    assertThat(films.row(ID).getInteger("failures")).isZero();
    assertThat(films.at(ID, "next_attempt_at")).isBetween(MIDNIGHT, MIDNIGHT.plusSeconds(60));
    ProviderLedger.Entry entry = node.ledger.list().await().atMost(MetadataFixture.PATIENCE).get(0);
    assertThat(entry.pausedUntil()).isEqualTo(MIDNIGHT);
    assertThat(entry.reason()).contains("its quota").endsWith("is spent");

    films.clock.set(MIDNIGHT.plusSeconds(61));
    upstream.does(omdb(ID));
    films.node().run(FORCED);
    assertThat(films.state(ID)).isEqualTo("OK");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401})
  void aRefusedKeyPausesAndSaysSo(int status) {
    films.set("providers", "omdb").propose(ID);
    upstream.says(status, "{\"Response\":\"False\",\"Error\":\"Invalid API key!\"}");

    RefreshReport report = films.node().due();

    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.problems().get(0).reason()).startsWith("omdb: it refuses our key");
    assertThat(films.state(ID)).isEqualTo("MISSING");
  }

  @Test
  void anErrorOfOmdbThatMeansNoFilmIsThat() {
    films.set("providers", "omdb").propose(ID);
    upstream.says(200, "{\"Response\":\"False\",\"Error\":\"Incorrect IMDb ID.\"}");
    assertThat(films.node().due().notFound()).isEqualTo(1);
    assertThat(films.state(ID)).isEqualTo("NOT_FOUND");
  }

  @Test
  void theBudgetOfADayIsThatOfAllNodes() {
    films.set("providers", "omdb").set("omdb.budget-per-day", "3").set("concurrency", "1");
    films.propose(MetadataFixture.ids(1, 5));
    upstream.says(200, "{\"Response\":\"False\",\"Error\":\"Movie not found!\"}");

    assertThat(films.node().run(RefreshOrder.due(2)).notFound()).isEqualTo(2);
    RefreshReport rest = films.node().due();

    assertThat(upstream.asked()).hasSize(3);
    assertThat(rest.notFound()).isEqualTo(1);
    assertThat(rest.skipped()).isEqualTo(2);
    films.clock.set(MIDNIGHT.plusSeconds(90));
    assertThat(films.node().due().notFound()).isEqualTo(2);
  }

  @Test
  void theNextIsAskedWhenOneFailsOrKnowsNothing() {
    films.set("providers", "imdbapi,omdb").propose(ID);
    answers(UpstreamStub.status(500, "{}"), omdb(ID));
    assertThat(films.node().due().updated()).isEqualTo(1);
    assertThat(films.row(ID).getString("provider")).isEqualTo("omdb");

    films.clock.tick(Duration.ofDays(2));
    answers(Captured.notFound(), omdb(ID));
    assertThat(films.node().due().unchanged()).isEqualTo(1);
  }

  @Test
  void nobodyElseIsAskedForWhatTheFirstKnows() {
    films.set("providers", "imdbapi,omdb").propose("tt0111161");
    answers(Captured.asImdbapi(Captured.imdbapi()), UpstreamStub.hangUp());
    assertThat(films.node().due().updated()).isEqualTo(1);
    assertThat(upstream.asked()).containsExactly("/titles/tt0111161");
  }

  @Test
  void withoutAnyoneOutsideImportedFilmsAreEnough() {
    films.set("providers", "offline").propose(ID, "tt0000001");
    films.imported.add(imported(ID, "Imported Title"));

    RefreshReport report = films.node().due();

    assertThat(report.updated()).isEqualTo(1);
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(upstream.asked()).isEmpty();
    assertThat(films.data(ID).getInteger("runtime_seconds")).isEqualTo(161 * 60);
    assertThat(films.state("tt0000001")).isEqualTo("MISSING");
  }

  @Test
  void importedFactsFillWhatWasNeverToldWhileAProviderFails() {
    films.set("providers", "imdbapi,offline").propose(ID);
    films.imported.add(imported(ID, "Imported Title"));
    films.imported.add(imported("tt0000002", "Another Import"));
    films.told(
        "tt0000002",
        new JsonObject().put("title", "Told Before").put("imdb_rating", 8.5).put("year", 1990),
        films.clock.instant().minus(Duration.ofDays(3)));
    upstream.says(500, "{}");

    assertThat(films.node().due().failed()).isEqualTo(2);

    assertThat(films.data(ID).getString("title")).isEqualTo("Imported Title");
    assertThat(films.state(ID)).isEqualTo("ERROR");
    assertThat(films.at(ID, "fresh_until")).isEqualTo(films.clock.instant());
    JsonObject kept = films.data("tt0000002");
    assertThat(kept.getString("title")).isEqualTo("Told Before");
    assertThat(kept.getDouble("imdb_rating")).isEqualTo(8.5);
    assertThat(kept.getInteger("imdb_votes")).isNull();
    assertThat(kept.getString("plot")).isEqualTo("Imported.");
    assertThat(films.at("tt0000002", "cached_at"))
        .isEqualTo(films.clock.instant().minus(Duration.ofDays(3)));
  }

  @Test
  void aBatchThatIsRefusedIsSplitAndWhatItLeavesOutIsAskedForAlone() {
    films.set("imdbapi.batch", "5").propose("tt0111161", "tt0068646", "tt0468569", "tt0000003");
    upstream.does(
        request -> {
          boolean refused = request.params().getAll("titleIds").size() > 2;
          (refused
                  ? UpstreamStub.status(400, "{\"code\": 3}")
                  : Captured.asImdbapi(Captured.imdbapi()))
              .answer(request);
        });

    RefreshReport report = films.node().due();

    assertThat(report.updated()).isEqualTo(3);
    assertThat(report.notFound()).isEqualTo(1);
    assertThat(upstream.asked()).hasSize(4).contains("/titles/tt0000003");
  }

  @Test
  void callsAreCountedByHowTheyEnded() {
    films.propose("tt0111161", "tt0000003");
    upstream.does(Captured.asImdbapi(Captured.imdbapi()));
    MetadataFixture.Node node = films.node();
    node.due();
    assertThat(node.calls.list())
        .containsExactly(
            new UpstreamCalls.Count("imdbapi", "answered", 1),
            new UpstreamCalls.Count("imdbapi", "nothing", 1));
  }

  @Test
  void nobodyIsAskedTooOften() {
    films.set("imdbapi.per-second", "20").propose(MetadataFixture.ids(1, 12));
    upstream.does(Captured.asImdbapi(Map.of()));
    long began = System.nanoTime();
    assertThat(films.node().due().notFound()).isEqualTo(12);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(400));
  }
}
