package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.imports.ImportReport;
import app.marquee.testkit.SharedData;
import app.marquee.testkit.TestDatabase;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files as they lie about: real ones where we have them, the providers' layouts for the others. */
class PublicFormatsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void forgetEverything() {
    films = new FilmsFixture(database);
  }

  @Nested
  class OfRealFilms {
    @BeforeEach
    void films() {
      ImportReport report = imports(FilmKind.MOVIES, "movies/tmdb_top_rated_10000.csv.gz");
      assertThat(report.inserted()).isEqualTo(10_000);
    }

    @Test
    void secondImportOfTheSameFileChangesNothing() {
      String file = "movies/tmdb_top_rated_10000.csv.gz";
      assertThat(imports(FilmKind.METRICS, file).inserted()).isEqualTo(10_000);

      assertThat(imports(FilmKind.METRICS, file).unchanged()).isEqualTo(10_000);
      assertThat(imports(FilmKind.MOVIES, file).unchanged()).isEqualTo(10_000);
    }

    @Test
    void tableOfTmdbGivesRatingVotesAndPopularity() {
      imports(FilmKind.METRICS, "movies/tmdb_top_rated_10000.csv.gz");

      Row shawshank = films.total("tt0111161", "balanced");
      assertThat(shawshank.getBigDecimal("popular_opinion")).isEqualByComparingTo("0.2175");
      assertThat(metrics("tt0111161"))
          .isEqualTo(
              "tmdb popularity_score 94.075, tmdb rating_average 8.7, tmdb rating_votes 21862");
    }

    @Test
    void newestOfThreeDatedRatingsCounts() {
      imports(FilmKind.METRICS, "movies/imdb_ratings_3_dates.csv.gz");

      assertThat(metrics("tt0111161")).contains("imdb rating_average 9.3");
    }

    @Test
    void oscarNominationsNameOnePersonOrNobody() {
      ImportReport report = imports(FilmKind.NOMINATIONS, "awards/oscars_dlu.csv.gz");

      assertThat(report.read()).isEqualTo(12_137);
      // Rows without a film, mostly prizes for a life's work.
      assertThat(report.skipped()).isEqualTo(1_281);
      Row row = films.one("filmstest/nominations.sql", Map.of("imdb_id", "tt0068646"));
      // Ten, and the one for its music that was taken back and is still a row of the file.
      assertThat(row.getLong("nominations")).isEqualTo(11);
      assertThat(row.getLong("wins")).isEqualTo(3);
      assertThat(row.getString("people"))
          .contains("Francis Ford Coppola", "Marlon Brando")
          .doesNotContain("Mario Puzo");
    }

    @Test
    void imdbEventsAndCataloguesOfWinnersAreNominations() {
      assertThat(imports(FilmKind.NOMINATIONS, "awards/imdb_event_awards.csv.gz").inserted())
          .isGreaterThan(20_000);
      assertThat(imports(FilmKind.NOMINATIONS, "awards/festival_winners.csv").inserted())
          .isGreaterThan(600);
    }

    @Test
    void tableOfFilmsIsTheListTheImportSaysItIs() {
      ImportReport report =
          films.imports(
              FilmKind.LISTS, SharedData.path("lists/afi_100_years_100_movies.csv"), "afi_100");

      assertThat(report.inserted()).isEqualTo(100 - report.rejected());
      assertThat(report.inserted()).isGreaterThan(90);
    }

    @Test
    void tableOfFilmsWithoutAListIsRefusedLineByLine() {
      ImportReport report = imports(FilmKind.LISTS, "lists/afi_100_years_100_movies.csv");

      assertThat(report.rejected()).isEqualTo(100);
      assertThat(report.errors().get(0).reason()).contains("list is missing");
    }

    @Test
    void creditsByRoleMakePeople() {
      imports(FilmKind.MOVIES, "lists/criterion_letterboxd_2026.csv");
      ImportReport report =
          imports(FilmKind.CREDITS, "movies/credits_criterion_tmdb_people.csv.gz");

      assertThat(report.read()).isEqualTo(19_496);
      assertThat(report.inserted()).isGreaterThan(16_000);
      assertThat(films.total("tt0028950", "balanced").getBigDecimal("people_quality")).isPositive();
    }

    @Test
    void yearInAListNeverReplacesADay() {
      imports(FilmKind.MOVIES, "lists/imdb_top_250_2026.csv");

      assertThat(films.one("filmstest/release.sql", Map.of("imdb_id", "tt0111161")))
          .extracting(row -> row.getLocalDate("release_date").toString())
          .isEqualTo("1994-09-23");
    }

    private ImportReport imports(FilmKind kind, String file) {
      return films.imports(kind, SharedData.path(file), null);
    }
  }

  @Test
  void imdbTitlesAreFilmsWithTheYearAndTelevisionIsSkipped() {
    ImportReport report =
        films.imports(
            FilmKind.MOVIES,
            """
            tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres
            tt0111161\tmovie\tThe "Shawshank Redemption\tThe Shawshank Redemption\t0\t1994\t\\N\t142\tDrama
            tt0903747\ttvSeries\tBreaking Bad\tBreaking Bad\t0\t2008\t2013\t45\tCrime
            tt0000009\tmovie\tMiss Jerry\tMiss Jerry\t0\t\\N\t\\N\t\\N\tRomance
            """);

    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.skipped()).isEqualTo(1);
    Row row = films.one("filmstest/release.sql", Map.of("imdb_id", "tt0111161"));
    assertThat(row.getString("title")).isEqualTo("The \"Shawshank Redemption");
    assertThat(row.getLocalDate("release_date")).hasToString("1994-01-01");
    assertThat(row.getBoolean("release_year_only")).isTrue();
  }

  @Test
  void imdbRatingsAreTwoMetricsOfALine() {
    films.imports(FilmKind.MOVIES, "imdb_id,title\ntt0111161,A\n");
    String file = "tconst\taverageRating\tnumVotes\ntt0111161\t9.3\t2900000\ntt9999999\t5\t10\n";

    ImportReport report = films.imports(FilmKind.METRICS, file);

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(metrics("tt0111161"))
        .isEqualTo("imdb rating_average 9.3, imdb rating_votes 2900000");
    assertThat(films.imports(FilmKind.METRICS, file.replace("9.3", "9.2")).updated()).isEqualTo(1);
  }

  @Test
  void tmdb5000AndTheMoviesDatasetAreFilmsMetricsAndCredits() {
    String movies =
        """
        budget,genres,homepage,id,imdb_id,original_language,original_title,overview,popularity,release_date,revenue,runtime,title,vote_average,vote_count
        237000000,"[{""id"": 28, ""name"": ""Action""}]",,19995,tt0499549,en,Avatar,"In the 22nd century, a Marine",150.4,2009-12-10,2787965087,162.0,Avatar,7.2,11800
        0,[],,1997-08-20,,en,Shifted,,1,1,0,,Shifted,,
        """;
    assertThat(films.imports(FilmKind.MOVIES, movies).errors())
        .extracting(ImportReport.Rejected::line)
        .containsExactly(3L);
    films.imports(FilmKind.METRICS, movies);
    ImportReport credits =
        films.imports(
            FilmKind.CREDITS,
            """
            cast,crew,id
            "[{'cast_id': 14, 'id': 65731, 'name': 'Sam Worthington', 'order': 0, 'profile_path': None}]","[{'department': 'Directing', 'id': 2710, 'job': 'Director', 'name': ""James 'Jim' Cameron""}]",19995
            """);

    assertThat(credits.inserted()).isEqualTo(1);
    assertThat(metrics("tt0499549"))
        .isEqualTo(
            "tmdb budget 237000000, tmdb popularity_score 150.4, tmdb rating_average 7.2,"
                + " tmdb rating_votes 11800, tmdb revenue_worldwide 2787965087");
    assertThat(films.total("tt0499549", "balanced").getBigDecimal("people_quality")).isPositive();
  }

  private String metrics(String imdbId) {
    return films.one("filmstest/metrics.sql", Map.of("imdb_id", imdbId)).getString("metrics");
  }
}
