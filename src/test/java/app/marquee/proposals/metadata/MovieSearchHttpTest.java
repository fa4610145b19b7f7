package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.marquee.films.FilmFact;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search for films, asking a stub. */
@QuarkusTest
class MovieSearchHttpTest {
  private static final String FOUND =
      """
      {"titles": [{"id": "tt0133093", "type": "movie", "primaryTitle": "The Matrix", "startYear": 1999},
        {"id": "tt9999999", "type": "tvSeries", "primaryTitle": "The Matrix, Weekly"}]}
      """;

  private TestDatabase database;
  private UpstreamStub upstream;
  private MetadataFixture films;

  @BeforeEach
  void startStub() {
    database = TestDatabase.create();
    upstream = new UpstreamStub();
    films = new MetadataFixture(database, upstream.uri());
    upstream.says(200, FOUND);
  }

  @AfterEach
  void stopStub() {
    upstream.close();
    database.close();
  }

  private MovieSearch search() {
    return new MovieSearch(films.node().providers, database.pool(), films.clock, films.config());
  }

  private static MovieSearch.Found find(MovieSearch search, String title) {
    return search.find(title).await().atMost(MetadataFixture.PATIENCE);
  }

  @Test
  void filmsAreFoundAndSeriesLeftOut() {
    assertThat(find(search(), "The  Matrix "))
        .isEqualTo(
            new MovieSearch.Found(
                "imdbapi", List.of(new SearchHit("tt0133093", "The Matrix", 1999))));
    assertThat(upstream.asked()).containsExactly("/search/titles?query=the+matrix&limit=30");
  }

  @Test
  void manyWhoAskTheSameAtOnceAreOneCallAndSoIsTheNextWhile() {
    MovieSearch search = search();
    Uni.join()
        .all(IntStream.range(0, 50).mapToObj(i -> search.find("Matrix")).toList())
        .andFailFast()
        .await()
        .atMost(MetadataFixture.PATIENCE);
    find(search, "matrix");
    assertThat(upstream.asked()).hasSize(1);

    films.clock.tick(Duration.ofMinutes(11));
    find(search, "matrix");
    assertThat(upstream.asked()).hasSize(2);
  }

  @Test
  void anAnswerIsAsOldAsItsQuestion() {
    MovieSearch search = search();
    upstream.does(
        request -> {
          films.clock.tick(Duration.ofMinutes(11));
          UpstreamStub.status(200, FOUND).answer(request);
        });
    find(search, "matrix");
    find(search, "matrix");
    assertThat(upstream.asked()).hasSize(2);
  }

  @Test
  void importedFilmsAreSearchedWhenNobodyElseAnswers() {
    films.set("providers", "imdbapi,offline");
    films.imported.add(
        new FilmFact(
            "tt0000001", "a matrix of ours", null, 1950, null, null, null, null, null, null));
    upstream.says(500, "{}");
    assertThat(find(search(), "matrix").provider()).isEqualTo("offline");
    assertThat(find(search(), "matrix").hits()).hasSize(1);
  }

  @Test
  void aFailureIsNotKept() {
    MovieSearch search = search();
    upstream.says(500, "{}");
    assertThatThrownBy(() -> find(search, "matrix")).isInstanceOf(MovieSearch.Unavailable.class);
    upstream.says(200, FOUND);
    assertThat(find(search, "matrix").hits()).hasSize(1);
  }

  @Test
  void whoWaitsGetsOneAttempt() {
    upstream.does(UpstreamStub.hangUp());
    assertThatThrownBy(() -> find(search(), "matrix")).isInstanceOf(MovieSearch.Unavailable.class);
    assertThat(upstream.asked()).hasSize(1);
  }

  @Test
  void omdbFindsNothingInItsOwnWords() {
    films.set("providers", "omdb");
    upstream.says(200, "{\"Response\":\"False\",\"Error\":\"Movie not found!\"}");
    assertThat(find(search(), "matrix")).isEqualTo(new MovieSearch.Found(null, List.of()));
    upstream.says(
        200,
        "{\"Search\":[{\"Title\":\"The Matrix\",\"Year\":\"1999\",\"imdbID\":\"tt0133093\"}],"
            + "\"Response\":\"True\"}");
    assertThat(find(search(), "matrix").hits())
        .containsExactly(new SearchHit("tt0133093", "The Matrix", 1999));
  }

  @Test
  void aMemberMaySearchSoOftenAndThenWaits() {
    films.set("search.per-minute", "6");
    ManualClock clock = films.clock;
    SearchLimit limit = new SearchLimit(films.config(), clock);
    assertThat(IntStream.range(0, 3).mapToObj(i -> limit.take("Ada"))).allMatch(Optional::isEmpty);
    assertThat(limit.take("Ada")).contains(Duration.ofSeconds(10));
    assertThat(limit.take("Bob")).isEmpty();
    clock.tick(Duration.ofSeconds(10));
    assertThat(limit.take("Ada")).isEmpty();
  }
}
