package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.imports.ImportReport;
import app.marquee.predictions.FilmFormat.Given;
import app.marquee.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of films that are cut, endless or not what they say: what can be kept is, and no more. */
class BrokenFilmFilesSqlTest {
  private static final long GIGABYTE = 1L << 30;
  private static final String HEADER = "imdb_id,tmdb_id,title\n";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void forgetEverything() {
    films = new FilmsFixture(database);
  }

  @Test
  void truncatedGzipKeepsWhatCameBeforeAndSaysSo() throws IOException {
    StringBuilder many = new StringBuilder(HEADER);
    Random random = new Random(1);
    for (int i = 1; i <= 20_000; i++) {
      many.append("tt%07d,%d,Film %d\n".formatted(i, i, random.nextInt()));
    }
    byte[] whole = gzip(many.toString());

    ImportReport report = films.imports(FilmKind.MOVIES, Arrays.copyOf(whole, whole.length / 2));

    assertThat(report.complete()).isFalse();
    assertThat(report.inserted()).isBetween(1_000L, 19_000L).isEqualTo(report.read());
    assertThat(report.errors().get(0).reason()).contains("breaks off after this line");
    assertThat(films.imports(FilmKind.MOVIES, whole).inserted() + report.inserted())
        .isEqualTo(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "x", "\n"})
  void gigabyteOfOneCharacterEndsAtTheBoundsOfTheReader(String character) {
    Endless file = new Endless(HEADER + "tt0000001,1,Kept\n", character, GIGABYTE);

    ImportReport report = films.imports(FilmKind.MOVIES, file, Given.NOTHING);

    assertThat(report.complete()).isFalse();
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(file.told()).isLessThan(GIGABYTE / 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "x"})
  void soDoesAFileWithoutAHeader(String character) {
    Endless file = new Endless("", character, GIGABYTE);

    ImportReport report = films.imports(FilmKind.MOVIES, file, Given.NOTHING);

    assertThat(report.complete()).isFalse();
    assertThat(report.read()).isZero();
    assertThat(file.told()).isLessThan(GIGABYTE / 10);
  }

  @Test
  void bombOfGzipEndsThereToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      new Endless(HEADER + "tt0000001,1,Kept\ntt0000002,2,", "0", GIGABYTE / 4).transferTo(gzip);
    }

    ImportReport report = films.imports(FilmKind.MOVIES, bytes.toByteArray());

    assertThat(report.complete()).isFalse();
    assertThat(report.inserted()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'imdb_id,title\ntt0000001,', '\ntt0000002,B\n'",
    "'{\"imdb_id\":\"tt0000001\",\"title\":\"', '\"}\n{\"imdb_id\":\"tt0000002\",\"title\":\"B\"}\n'",
  })
  void lineOfTenMegabytesIsRejectedAndTheNextOneTaken(String before, String after) {
    ImportReport report = films.imports(FilmKind.MOVIES, before + "x".repeat(10_000_000) + after);

    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.errors().get(0).reason()).contains("longer than");
    assertThat(films.facts()).isEqualTo("movie tt0000002 B full");
  }

  @Test
  void wrongQuoteCostsItsLineAlone() {
    ImportReport report =
        films.imports(
            FilmKind.MOVIES,
            HEADER + "tt0000001,1,A\ntt0000002,2,\"B\" or C\ntt0000003,3,\"D \"\"E\"\"\"\n");

    assertThat(report.complete()).isTrue();
    assertThat(report.errors()).extracting(ImportReport.Rejected::line).containsExactly(3L);
    assertThat(report.errors().get(0).reason()).contains("is quoted wrongly");
    assertThat(films.facts()).isEqualTo("movie tt0000001 1 A full\nmovie tt0000003 3 D \"E\" full");
  }

  @Test
  void quoteThatNeverEndsBreaksTheFileOff() {
    ImportReport report =
        films.imports(FilmKind.MOVIES, HEADER + "tt0000001,1,A\ntt0000002,2,\"B\ntt3,3,C\n");

    assertThat(report.complete()).isFalse();
    assertThat(films.facts()).isEqualTo("movie tt0000001 1 A full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "imdb_id,tmdb_id,title"})
  void fileWithoutALineIsReadToItsEnd(String text) {
    ImportReport report = films.imports(FilmKind.MOVIES, text);

    assertThat(report.complete()).isTrue();
    assertThat(report.read()).isZero();
  }

  @Test
  void markAndLineEndsOfWindowsAreTakenAsTheyCome() {
    films.imports(FilmKind.MOVIES, "\uFEFFimdb_id,title\r\ntt0000001,A\r\n\r\ntt0000002,B");

    assertThat(films.facts()).isEqualTo("movie tt0000001 A full\nmovie tt0000002 B full");
  }

  @Test
  void headerOfOtherColumnsIsToldAndItsLinesRejected() {
    ImportReport report = films.imports(FilmKind.MOVIES, "IMDB_ID,Title\ntt0000001,A\n");

    assertThat(report.unknownColumns()).containsExactly("IMDB_ID", "Title");
    assertThat(report.rejected()).isEqualTo(1);
    assertThat(report.errors().get(0).reason()).contains("id is missing");
  }

  @Test
  void zeroBytesAreRejectedAndWhatIsNotUtf8IsReplaced() {
    byte[] bytes =
        (HEADER + "tt0000001,1,A\0B\ntt0000002,2,C~D\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xE9;

    ImportReport report = films.imports(FilmKind.MOVIES, bytes);

    assertThat(report.errors()).extracting(ImportReport.Rejected::line).containsExactly(2L);
    assertThat(films.facts()).isEqualTo("movie tt0000002 2 C\uFFFDD full");
  }

  @Test
  void linesOfJsonThatAreNoFlatObjectAreRejectedOneByOne() {
    ImportReport report =
        films.imports(
            FilmKind.MOVIES,
            """
            {"imdb_id":"tt0000001","title":"A","genres":["Drama"],"runtime":null}
            {"imdb_id":"tt0000002","title":["B"]}
            {"imdb_id":"tt0000003","title":{"en":"C"}}
            ["tt0000004","D"]
            {"imdb_id":"tt0000005","title":"E"}{"imdb_id":"tt0000006","title":"F"}
            {"imdb_id":"tt0000007","title":"G\\ud800"}
            {"imdb_id":"tt0000008","title":"H\\u0000"}
            {"imdb_id":"tt0000009","title":"I
            {"imdb_id":"tt0000010","title":"J","runtime":NaN}
            {"imdb_id":"tt0000011","title":"K","runtime":90}
            """);

    assertThat(report.rejected()).isEqualTo(8);
    assertThat(report.unknownColumns()).containsExactly("genres");
    assertThat(films.facts()).isEqualTo("movie tt0000001 A full\nmovie tt0000011 K 90 full");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A beginning, and then one character so many times. */
  private static final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte character;
    private final long length;
    private long told;

    Endless(String beginning, String character, long length) {
      this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
      this.character = (byte) character.charAt(0);
      this.length = length;
    }

    long told() {
      return told;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int count) {
      if (told >= length) {
        return -1;
      }
      int n = 0;
      for (; n < count && told + n < beginning.length; n++) {
        buffer[offset + n] = beginning[(int) told + n];
      }
      Arrays.fill(buffer, offset + n, offset + count, character);
      told += count;
      return count;
    }
  }
}
