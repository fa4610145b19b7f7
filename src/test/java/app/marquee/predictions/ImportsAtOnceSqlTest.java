package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.Sql;
import app.marquee.imports.ImportReport;
import app.marquee.predictions.FilmFormat.Given;
import app.marquee.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Imports beside each other, beside a scoring, and over a connection that goes away. */
class ImportsAtOnceSqlTest {
  private static final int FILMS = 6_000;

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private FilmsFixture films;

  @BeforeEach
  void forgetEverything() {
    films = new FilmsFixture(database);
  }

  @RepeatedTest(3)
  void twoImportsOfTheSameFilesEndAsOneDoes() {
    importAll(false);
    String facts = films.facts();
    String scores = films.scoresByName();
    films = new FilmsFixture(database);

    List<CompletableFuture<Long>> both =
        List.of(start(() -> importAll(false)), start(() -> importAll(true)));

    // Whichever comes first inserts a line; nobody both, nobody none.
    assertThat(both.stream().mapToLong(CompletableFuture::join).sum()).isEqualTo(FILMS * 3L);
    assertThat(films.facts()).isEqualTo(facts);
    assertThat(films.scoresByName()).isEqualTo(scores);
    assertThat(films.marks()).isZero();
  }

  @Test
  void importBesideAScoringLosesNoMark() {
    films.imports(FilmKind.MOVIES, movies(false));
    films.imports(FilmKind.CREDITS, credits(false));
    films.run("filmstest/forget_scores.sql", Map.of());

    CompletableFuture<ImportReport> metrics =
        start(() -> films.imports(FilmKind.METRICS, metrics(false)));
    while (!metrics.isDone()) {
      films.score();
    }

    assertThat(metrics.join().inserted()).isEqualTo(FILMS);
    String scores = films.scoresByName();
    assertThat(films.marks()).isZero();
    films.run("filmstest/forget_scores.sql", Map.of());
    films.score();
    assertThat(films.scoresByName()).isEqualTo(scores);
  }

  @Test
  void connectionThatGoesAwayKeepsTheBatchesBeforeAndARerunCompletes() {
    String file = movies(false);

    ImportReport report = films.imports(FilmKind.MOVIES, new Cutting(file), Given.NOTHING);

    assertThat(report.complete()).isFalse();
    assertThat(report.inserted()).isEqualTo(2_000);
    assertThat(report.read()).isEqualTo(report.inserted() + report.rejected());
    assertThat(report.errors().get(0).reason()).isEqualTo(FactWriter.NOT_KEPT);
    assertThat(report.errors().get(report.errors().size() - 1).reason())
        .startsWith("from this line on nothing is kept: ");
    assertThat(films.facts().lines()).hasSize(2_000);
    assertThat(films.marks()).isZero();

    ImportReport again = films.imports(FilmKind.MOVIES, file);

    assertThat(again.unchanged()).isEqualTo(2_000);
    assertThat(again.inserted()).isEqualTo(FILMS - 2_000);
  }

  /** Lines inserted. */
  private long importAll(boolean backwards) {
    return films.imports(FilmKind.MOVIES, movies(backwards)).inserted()
        + films.imports(FilmKind.CREDITS, credits(backwards)).inserted()
        + films.imports(FilmKind.METRICS, metrics(backwards)).inserted();
  }

  private static <T> CompletableFuture<T> start(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work);
  }

  private static String movies(boolean backwards) {
    return file("imdb_id,title,release_date", "tt%07d,Film %d,1999-01-01", backwards);
  }

  private static String metrics(boolean backwards) {
    return file("imdb_id,source,metric_type,value", "tt%07d,imdb,rating_average,%3$d", backwards);
  }

  private static String credits(boolean backwards) {
    return file("imdb_id,person_id,credit_type", "tt%07d,p%3$d,cast", backwards);
  }

  private static String file(String header, String line, boolean backwards) {
    StringBuilder file = new StringBuilder(header).append('\n');
    for (int i = 1; i <= FILMS; i++) {
      int film = backwards ? FILMS + 1 - i : i;
      file.append(line.formatted(film, film, film % 10)).append('\n');
    }
    return file.toString();
  }

  /** A file at whose middle the lock of its next batch is taken, and the batch ended waiting. */
  private final class Cutting extends InputStream {
    private final InputStream file;
    private int left;

    Cutting(String text) {
      file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      left = text.length() / 2;
    }

    @Override
    public int read() throws IOException {
      if (left-- == 0) {
        start(endOnce(hold()));
      }
      return file.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      int one = read();
      if (one < 0) {
        return -1;
      }
      buffer[offset] = (byte) one;
      return 1;
    }
  }

  private static Connection hold() throws IOException {
    try {
      Connection holder = database.connect();
      holder.setAutoCommit(false);
      try (Statement statement = holder.createStatement()) {
        statement.execute(Sql.of("filmstest/hold_films.sql").statement());
      }
      return holder;
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private Supplier<Boolean> endOnce(Connection holder) {
    return () -> {
      Awaitility.await()
          .until(() -> films.run("filmstest/end_waiting.sql", Map.of()).rowCount() == 1);
      try {
        holder.close();
        return true;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
