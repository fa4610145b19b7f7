package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files as they come: packed, marked, broken or without an end. */
class ImportFileSqlTest {
  private static final String NOW = "2026-08-22T12:00:00Z";
  private static final String PARKS =
      """
      park_key,name,timezone,operator
      dca,Disney California Adventure,America/Los_Angeles,Walt Disney Attractions
      gardaland,Gardaland,Europe/Rome,Merlin
      """;
  private static final String RIDES =
      """
      park_key,ride_key,name
      dca,1,Radiator Springs Racers
      dca,2,Incredicoaster
      gardaland,1,Raptor Coaster
      """;

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void forgetEverything() {
    parks = new ParksFixture(database);
  }

  @Test
  void gzipAndByteOrderMarksAreTakenAsTheyCome() throws IOException {
    ImportReport report = run(ImportKind.PARKS, gzip("\uFEFF" + PARKS));

    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.unknownColumns()).isEmpty();
  }

  @Test
  void truncatedGzipKeepsWhatCameBeforeAndSaysHowFarItGot() throws IOException {
    run(ImportKind.PARKS, PARKS);
    run(ImportKind.RIDES, RIDES);
    StringBuilder many = new StringBuilder("park_key,ride_key,recorded_at,wait_time\n");
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      many.append("dca,1,")
          .append(Instant.parse("2026-08-01T00:00:00Z").plusSeconds(60L * i))
          .append(',')
          .append(random.nextInt(60))
          .append('\n');
    }
    byte[] whole = gzip(many.toString());

    ImportReport report = run(ImportKind.SNAPSHOTS, Arrays.copyOf(whole, whole.length / 2));

    assertThat(report.complete()).isFalse();
    assertThat(report.inserted()).isBetween(1000L, 19_000L).isEqualTo(report.read());
    assertThat(report.errors().get(0).line()).isGreaterThan(1000);
  }

  @Test
  void lineOfTenMegabytesIsRejectedAndTheNextOneTaken() {
    ImportReport report =
        run(
            ImportKind.PARKS,
            "park_key,name,timezone\nlong,"
                + "x".repeat(10_000_000)
                + ",Europe/Paris\nshort,Short,Europe/Paris\n");

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);
  }

  @Test
  void endlessBlanksDoNotFillTheMemory() {
    ImportReport report = run(ImportKind.PARKS, new Blanks(200_000_000L));

    assertThat(report.inserted()).isZero();
  }

  @Test
  void unclosedQuoteBreaksTheFileOff() {
    ImportReport report =
        run(
            ImportKind.PARKS,
            "park_key,name,timezone\na,\"A,Europe/Paris\n" + "b,B,C\n".repeat(900_000));

    assertThat(report.complete()).isFalse();
    assertThat(report.errors().get(0).reason()).contains("is a quote missing?");
  }

  private ImportReport run(ImportKind kind, String text) {
    return run(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  private ImportReport run(ImportKind kind, byte[] bytes) {
    return run(kind, new ByteArrayInputStream(bytes));
  }

  private ImportReport run(ImportKind kind, InputStream file) {
    return parks.importFile(kind, file, new Importer.Options(Map.of(), null), NOW);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** So many spaces, one after the other. */
  private static final class Blanks extends InputStream {
    private long left;

    Blanks(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      Arrays.fill(buffer, offset, offset + n, (byte) ' ');
      left -= n;
      return n;
    }
  }
}
