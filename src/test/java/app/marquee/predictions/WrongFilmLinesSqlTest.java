package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.imports.ImportReport;
import app.marquee.predictions.FilmFormat.Given;
import app.marquee.testkit.SharedData;
import app.marquee.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that cannot be, contradict others, or name what nobody knows. */
class WrongFilmLinesSqlTest {
  private static final String TWO = "imdb_id,tmdb_id,title\ntt0000001,1,A\ntt0000002,2,B\n";
  private static final String METRICS = "imdb_id,tmdb_id,source,metric_type,value,fetched_at\n";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void twoFilms() {
    films = new FilmsFixture(database);
    films.imports(FilmKind.MOVIES, TWO);
  }

  @ParameterizedTest
  @CsvSource({
    "rating_average, NaN",
    "rating_average, Infinity",
    "rating_average, -1",
    "rating_average, 10.01",
    "rating_average, 5f",
    "rating_votes, 1e300",
    "metascore, 101",
    "rating_average, \\N",
  })
  void valueThatCannotBeIsRejectedAndTheNextLineTaken(String type, String value) {
    ImportReport report =
        films.imports(
            FilmKind.METRICS,
            METRICS
                + "tt0000001,,imdb,%s,%s,\n".formatted(type, value)
                + "tt0000002,,imdb,rating_average,7,\n");

    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.errors().get(0).line()).isEqualTo(2);
    assertThat(metrics()).isEqualTo("metric tt0000002 2 imdb rating_average 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+99999-01-01T00:00:00Z", "-0004-01-01T00:00:00Z", "2024-02-30T00:00:00Z", "soon"})
  void timeThatCannotBeIsRejected(String fetchedAt) {
    ImportReport report =
        films.imports(FilmKind.METRICS, METRICS + "tt0000001,,imdb,x,1," + fetchedAt + "\n");

    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30", "0", "0000", "99", "-1", "1869-12-31", "2999-01-01", "x"})
  void dateThatCannotBeIsRejected(String date) {
    ImportReport report =
        films.imports(
            FilmKind.MOVIES,
            "imdb_id,title,release_date\ntt0000003,C,%s\ntt0000004,D,\\N\n".formatted(date));

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.errors().get(0).reason()).startsWith("release_date is ");
  }

  @Test
  void ofTwoLinesOfOneKeyTheLastCountsInOneBatchOrTwo() {
    String metrics =
        METRICS + "tt0000001,,imdb,x,1,\n,2,imdb,x,5,\n,1,imdb,x,2,\ntt0000001,1,imdb,x,3,\n";

    ImportReport report = films.imports(FilmKind.METRICS, metrics);

    assertThat(report.inserted() + report.updated()).isEqualTo(4);
    assertThat(metrics()).isEqualTo("metric tt0000001 1 imdb x 3\nmetric tt0000002 2 imdb x 5");
    films.imports(FilmKind.METRICS, METRICS + "tt0000001,,imdb,x,9,\n");
    assertThat(metrics()).contains("metric tt0000001 1 imdb x 9");
  }

  @Test
  void olderValueChangesNothing() {
    films.imports(FilmKind.METRICS, METRICS + "tt0000001,,imdb,x,1,2024-01-02T00:00:00Z\n");
    ImportReport report =
        films.imports(FilmKind.METRICS, METRICS + "tt0000001,,imdb,x,2,2024-01-01T00:00:00Z\n");

    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(metrics()).isEqualTo("metric tt0000001 1 imdb x 1");
  }

  @Test
  void linesThatNameOneFilmByDifferentIdsChangeItOneAfterTheOther() {
    films.imports(FilmKind.MOVIES, "imdb_id,tmdb_id,title\ntt0000001,,First\n,1,Second\n");
    assertThat(films.facts()).contains("movie tt0000001 1 Second full");

    films.imports(FilmKind.MOVIES, "imdb_id,tmdb_id,title\n,1,Third\ntt0000001,,Fourth\n");
    assertThat(films.facts()).contains("movie tt0000001 1 Fourth full");
  }

  @ParameterizedTest
  @CsvSource({
    "tt0000001, 2, its imdb_id and its tmdb_id belong to two films",
    "tt0000009, 2, its tmdb_id belongs to tt0000002",
  })
  void idsOfTwoFilmsAreRejectedWhateverIsSaid(String imdb, String tmdb, String reason) {
    String ids = imdb + "," + tmdb;
    String before = films.facts();

    assertThat(reason(FilmKind.MOVIES, "imdb_id,tmdb_id,title\n" + ids + ",C\n")).isEqualTo(reason);
    assertThat(reason(FilmKind.METRICS, METRICS + ids + ",imdb,x,1,\n")).isEqualTo(reason);
    assertThat(reason(FilmKind.LISTS, "imdb_id,tmdb_id,list\n" + ids + ",best\n"))
        .isEqualTo(reason);
    assertThat(
            reason(FilmKind.CREDITS, "imdb_id,tmdb_id,person_id,credit_type\n" + ids + ",p,cast\n"))
        .isEqualTo(reason);
    assertThat(
            reason(
                FilmKind.NOMINATIONS,
                "imdb_id,tmdb_id,festival,year,category\n" + ids + ",F,1999,c\n"))
        .isEqualTo(reason);
    assertThat(films.facts()).isEqualTo(before);
  }

  @Test
  void filmKeepsItsIdsAndWhatOthersSayOfThemIsRejected() {
    assertThat(reason(FilmKind.MOVIES, "imdb_id,tmdb_id,title\ntt0000001,7,C\n"))
        .isEqualTo("its imdb_id belongs to tmdb_id 1");
    films.imports(FilmKind.METRICS, METRICS + "tt0000001,7,imdb,x,1,\n");
    assertThat(metrics()).isEqualTo("metric tt0000001 1 imdb x 1");
  }

  @Test
  void unknownFilmRejectsTheLineAndNothingElseOfItIsMade() {
    String before = films.facts();

    assertThat(reason(FilmKind.LISTS, "imdb_id,list\ntt0000009,best\n")).isEqualTo("unknown film");
    assertThat(reason(FilmKind.CREDITS, "imdb_id,person_id,credit_type\ntt0000009,p,cast\n"))
        .isEqualTo("unknown film");
    assertThat(films.facts()).isEqualTo(before);
  }

  @Test
  void unknownPeopleListsAndFestivalsAreCreated() {
    films.imports(
        FilmKind.CREDITS, "imdb_id,person_id,person_name,credit_type\ntt0000001,p1,Ann,cast\n");
    films.imports(
        FilmKind.NOMINATIONS,
        "imdb_id,festival,year,category,person_id,won\ntt0000001,F,1999,best,p2,yes\n");
    films.imports(FilmKind.LISTS, "imdb_id,list,position\ntt0000001,best,1\n");

    assertThat(films.facts())
        .contains("person p1 Ann", "credit tt0000001 1 p1 cast", "person p2 p2")
        .contains("nomination F 1999 best tt0000001 1 p2 t", "list best tt0000001 1 1");
  }

  @Test
  void keysTooLongForAnIndexCostTheirLineAlone() {
    String wide = "界".repeat(3_300);
    String longest =
        new Random(1)
            .ints(600, 0x4e00, 0x9fff)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    ImportReport report =
        films.imports(
            FilmKind.CREDITS,
            "imdb_id,person_id,credit_type,job\ntt0000001,%s,crew,x\n".formatted(wide)
                + "tt0000001,a,crew,%s\ntt0000001,b,crew,%s\n".formatted(wide, longest)
                + "tt0000001,%s,crew,x\n".formatted(longest));

    assertThat(report.errors())
        .extracting(ImportReport.Rejected::reason)
        .containsExactly(
            "person_id is longer than 600 characters", "job is longer than 600 characters");
    assertThat(report.inserted()).isEqualTo(2);
  }

  @Test
  void emptyPlacesInAListOfPeopleAreNobody() {
    ImportReport report =
        films.imports(FilmKind.CREDITS, "tconst\tdirectors\twriters\ntt0000001\tnm1,,nm2, \t\\N\n");

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(films.facts()).contains(" nm1 crew", " nm2 crew");
  }

  @Test
  void oscarsOfTwoFilesCountOnceIfTheSecondLeavesThemOut() throws IOException {
    films.imports(FilmKind.MOVIES, SharedData.path("movies/tmdb_top_rated_10000.csv.gz"), null);
    films.imports(FilmKind.NOMINATIONS, SharedData.path("awards/oscars_dlu.csv.gz"), null);
    long ofOneFile = nominations();

    without("awards/imdb_event_awards.csv.gz", "ev0000003");
    long others = nominations();
    without("awards/imdb_event_awards.csv.gz", "ev0000681");

    // Venice left out, the Academy Awards come a second time.
    assertThat(ofOneFile).isEqualTo(11);
    assertThat(others - ofOneFile).isBetween(10L, 30L);
    assertThat(nominations() - others).isBetween(8L, 12L);
  }

  private void without(String file, String festival) throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.path(file))) {
      ImportReport report =
          films.imports(FilmKind.NOMINATIONS, in, new Given(null, null, Set.of(festival)));
      assertThat(report.skipped()).isGreaterThan(5_000);
    }
  }

  private long nominations() {
    return films
        .one("filmstest/nominations.sql", Map.of("imdb_id", "tt0068646"))
        .getLong("nominations");
  }

  private String reason(FilmKind kind, String text) {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    ImportReport report = films.imports(kind, in, Given.NOTHING);
    assertThat(report.rejected()).isEqualTo(report.read());
    return report.errors().get(0).reason();
  }

  private String metrics() {
    return films
        .facts()
        .lines()
        .filter(fact -> fact.startsWith("metric"))
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }
}
