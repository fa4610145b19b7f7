package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.SharedData;
import app.marquee.testkit.TestDatabase;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds of the scoring whatever the facts are, over real films with real credits. */
class ScoringLawsSqlTest {
  private static final int FILMS = 1_600;

  private static TestDatabase database;
  private static FilmsFixture films;

  @BeforeContainer
  static void realFilms() {
    database = TestDatabase.create();
    films = new FilmsFixture(database);
    films.imports(FilmKind.MOVIES, SharedData.path("lists/criterion_letterboxd_2026.csv"), null);
    films.imports(
        FilmKind.CREDITS, SharedData.path("movies/credits_criterion_tmdb_people.csv.gz"), null);
    films.imports(FilmKind.METRICS, SharedData.path("movies/tmdb_top_rated_10000.csv.gz"), null);
    films.imports(FilmKind.METRICS, SharedData.path("movies/omdb_2014.csv.gz"), null);
    films.imports(FilmKind.NOMINATIONS, SharedData.path("awards/oscars_dlu.csv.gz"), null);
    films.imports(FilmKind.LISTS, SharedData.path("lists/list_membership.csv.gz"), null);
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property(tries = 12)
  void addingAFilmToTheTargetListChangesNoScore(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = FILMS) Integer> added) {
    String before = components();

    for (int movie : added) {
      films.run("filmstest/toggle_target.sql", Map.of("movie", movie));
    }

    assertThat(films.marks()).isPositive();
    films.score();
    assertThat(components()).isEqualTo(before);
  }

  @Property(tries = 12)
  void scoringWhatChangedEqualsScoringAll(
      @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 999_999) Integer> seeds) {
    for (int seed : seeds) {
      films.run(
          "filmstest/random_edit.sql",
          Map.of(
              "kind", seed % 10,
              "movie", seed / 10 % FILMS,
              "person", seed / 7 % 5_000,
              "number", seed / 3 % 120));
    }
    films.score();
    String incremental = films.scores();

    films.run("filmstest/forget_scores.sql", Map.of());
    films.score();

    assertThat(films.scores()).isEqualTo(incremental);
  }

  @Property(tries = 15)
  void scalingAllWeightsChangesNothing(
      @ForAll @Size(5) List<@IntRange(max = 100) Integer> weights,
      @ForAll @IntRange(min = 1, max = 1_000) int scale) {
    if (weights.stream().allMatch(weight -> weight == 0)) {
      return;
    }
    assertThat(totals(weights, new BigDecimal(scale).movePointLeft(2)))
        .isEqualTo(totals(weights, BigDecimal.ONE));
  }

  private static String components() {
    return films.one("filmstest/components.sql", Map.of()).getString("scores");
  }

  private static List<String> totals(List<Integer> weights, BigDecimal scale) {
    Map<String, Object> binds = new HashMap<>();
    List<String> names = List.of("popular_opinion", "awards", "cultural", "people", "financial");
    for (int i = 0; i < names.size(); i++) {
      binds.put(names.get(i), new BigDecimal(weights.get(i)).multiply(scale));
    }
    List<String> totals = new ArrayList<>();
    for (Row row : films.run("filmstest/totals_of_weights.sql", binds)) {
      totals.add(row.getLong("movie_id") + " " + row.getBigDecimal("total_score"));
    }
    return totals;
  }
}
