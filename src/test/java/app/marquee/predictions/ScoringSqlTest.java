package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is scored when, and by whom it is noticed. */
class ScoringSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void threeFilms() {
    films = new FilmsFixture(database);
    films.imports(
        FilmKind.MOVIES,
        """
        imdb_id,title,release_date
        tt0000001,One,1994-01-01
        tt0000002,Two,2004-01-01
        tt0000003,Three,2014-01-01
        """);
    films.imports(
        FilmKind.CREDITS,
        """
        imdb_id,person_id,credit_type
        tt0000001,p1,cast
        tt0000002,p1,cast
        tt0000003,p2,cast
        """);
  }

  @Test
  void nothingIsScoredTwice() {
    long version = version();

    assertThat(films.score()).isFalse();
    assertThat(films.marks()).isZero();
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void filmsOfAPersonWhoseQualityChangesAreScoredWithIt() {
    String two = score("tt0000002");
    String three = score("tt0000003");

    films.imports(FilmKind.LISTS, "imdb_id,list\ntt0000001,criterion\n");

    assertThat(score("tt0000002")).isNotEqualTo(two);
    assertThat(score("tt0000003")).isEqualTo(three);
  }

  @Test
  void changeIsNotedByCauseAndDecade() {
    films.imports(
        FilmKind.METRICS, "imdb_id,source,metric_type,value\ntt0000002,imdb,rating_average,6\n");

    assertThat(changes().get(0)).isEqualTo("metric 2000 1");
    assertThat(changes()).contains("scoring 1990 1", "scoring 2010 1", "person 2000 1");
  }

  @Test
  void filmsScoredBecauseOfTheirPeopleAreNotedToo() {
    films.imports(FilmKind.LISTS, "imdb_id,list\ntt0000001,criterion\n");
    assertThat(changes()).startsWith("list 1990 1", "person 2000 1");
  }

  @Test
  void theDecadeAFilmLeavesIsNotedToo() {
    films.imports(FilmKind.MOVIES, "imdb_id,release_date\ntt0000003,2004-01-01\n");
    assertThat(changes()).startsWith("movie 2000 1", "movie 2010 0");
  }

  @Test
  void anotherTargetListScoresAllAnew() {
    films.imports(FilmKind.LISTS, "imdb_id,list\ntt0000001,criterion\ntt0000001,1001_movies\n");
    String before = films.scores();
    assertThat(culture("tt0000001")).isEqualTo("0.100000000");

    assertThat(films.score("criterion")).isTrue();

    assertThat(changes().get(0)).startsWith("scoring");
    assertThat(culture("tt0000001")).isEqualTo("0.100000000");
    assertThat(films.score("afi")).isTrue();
    assertThat(culture("tt0000001")).isEqualTo("0.200000000");
    films.score();
    assertThat(films.scores()).isEqualTo(before);
  }

  @Test
  void deletedCreditsAndFilmsLeaveNoTrace() {
    films.run("filmstest/delete_credits.sql", Map.of("person_key", "p1"));
    films.run("filmstest/delete_movie.sql", Map.of("imdb_id", "tt0000003"));
    films.score();

    String incremental = films.scores();
    assertThat(incremental).doesNotContain("\"people\": 1").endsWith("null");
    rescoreAll();
    assertThat(films.scores()).isEqualTo(incremental);
  }

  @Test
  void newTitleChangesTheVersionsButNoScore() {
    long version = version();
    String before = films.scores();

    films.imports(FilmKind.MOVIES, "imdb_id,title\ntt0000001,Uno\n");

    assertThat(version()).as("one of the facts, one of the scoring").isEqualTo(version + 2);
    assertThat(films.scores()).isEqualTo(before);
  }

  @Test
  void shippedProfilesAreFiveAndBalancedIsTheDefault() {
    List<String> profiles = new ArrayList<>();
    films
        .run("filmstest/profiles.sql", Map.of())
        .forEach(row -> profiles.add(row.getString("profile")));

    assertThat(profiles)
        .containsExactly(
            "award-winner 0.25 0.45 0.20 0.10 0",
            "balanced 0.40 0.20 0.20 0.20 0 default",
            "critics-choice 0.50 0.15 0.30 0.05 0",
            "crowd-pleaser 0.45 0.10 0.30 0.05 0.10",
            "cult-classic 0.40 0.10 0.35 0.15 0");
  }

  private void rescoreAll() {
    films.run("filmstest/forget_scores.sql", Map.of());
    assertThat(films.score()).isTrue();
  }

  private String score(String imdbId) {
    return films.total(imdbId, "balanced").getBigDecimal("people_quality").toString();
  }

  private String culture(String imdbId) {
    return films.total(imdbId, "balanced").getBigDecimal("cultural_impact").toString();
  }

  private long version() {
    return films.one("filmstest/version.sql", Map.of()).getLong("version");
  }

  private List<String> changes() {
    List<String> changes = new ArrayList<>();
    for (Row row : films.run("filmstest/changes.sql", Map.of())) {
      changes.add(
          row.getString("cause") + " " + row.getShort("decade") + " " + row.getInteger("movies"));
    }
    return changes;
  }
}
