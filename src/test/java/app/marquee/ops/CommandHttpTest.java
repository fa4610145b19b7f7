package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import app.marquee.db.Sql;
import app.marquee.imports.FileImport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the CLI on the running application, as {@link CommandRun} carries them out. */
@QuarkusTest
class CommandHttpTest {
  private static final String KEY = ProbeBuilds.KEY;

  @Inject CommandRun command;
  @Inject Pool pool;
  @Inject ObjectMapper json;
  @Inject @Any Instance<FileImport> imports;
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return command.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Nested
  class Verify {
    @BeforeEach
    @AfterEach
    void renew() {
      new ProbeBuilds(pool).renew();
    }

    @Test
    void endsWellWhileStoredAndComputedAgree() {
      assertThat(run("verify", "--key", KEY)).isZero();
      assertThat(out)
          .hasToString(lines("1 key: 1 equal, 0 differ, 0 outdated, 0 missing, 0 failed"));
    }

    @Test
    void tellsTheFirstDifferenceOfANumberTamperedWith() {
      new ProbeBuilds(pool).tamper();

      assertThat(run("verify", "--key", KEY)).isEqualTo(ExitStatus.PARTIAL);
      assertThat(out.toString())
          .startsWith(
              lines("differs " + KEY, "  at /data/1/wait", "  stored   741", "  computed 24"));
    }

    @Test
    void tellsTheSameAsJson() throws IOException {
      new ProbeBuilds(pool).tamper();

      assertThat(run("verify", "--key", KEY, "--key", "probe_ranking_7days_all", "--json"))
          .isEqualTo(ExitStatus.PARTIAL);
      JsonNode report = json.readTree(out.toString());
      assertThat(report.path("agrees").asBoolean()).isFalse();
      assertThat(report.path("equal").asInt()).isEqualTo(1);
      assertThat(report.path("keys").path(0).path("path").asText()).isEqualTo("/data/1/wait");
    }

    @Test
    void aMissingBuildDisagreesOnlyIfOneIsStrict() {
      new ProbeBuilds(pool).forget();

      assertThat(run("verify", "--key", KEY)).isZero();
      assertThat(run("verify", "--key", KEY, "--strict")).isEqualTo(ExitStatus.PARTIAL);
      assertThat(out.toString()).startsWith(lines("missing " + KEY));
    }

    @Test
    void aKeyThatCannotBeComputedMakesItFail() {
      new ProbeBuilds(pool).makeStatementsFail();

      assertThat(run("verify", "--key", KEY)).isEqualTo(ExitStatus.FAILED);
      assertThat(out.toString()).startsWith("failed " + KEY + ": ERROR: division by zero");
    }

    @Test
    void aKeyNobodyDeclaredIsAMatterOfUsage() {
      assertThat(run("verify", "--key", "nothing")).isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString()).startsWith("marquee: no build is stored under 'nothing'");
    }
  }

  @Nested
  class Import {
    @BeforeEach
    void forgetFilms() {
      pool.preparedQuery(Sql.of("filmstest/empty_films.sql").statement()).executeAndAwait();
    }

    @Test
    void reportsOnEachFileAndEndsWithTheWorst() throws IOException {
      String good = file("good.csv", "park_key,name,timezone,mood", "c1,One,Europe/Rome,x");
      String bad =
          file("bad.csv", "park_key,name,timezone", "c2,Two,Europe/Rom", "c3,,Europe/Rome");

      assertThat(run("import", "parks", good, bad)).isEqualTo(ExitStatus.PARTIAL);
      assertThat(out.toString())
          .startsWith(
              lines(
                  good + ": 1 read, 1 inserted, 0 updated, 0 unchanged, 0 rejected, 0 corrected",
                  "  columns nobody asked for: mood",
                  bad + ": 2 read, 0 inserted, 0 updated, 0 unchanged, 2 rejected, 0 corrected",
                  "  line 2: timezone 'Europe/Rom' is unknown",
                  "  line 3: name is missing"));
      assertThat(err).hasToString(lines("good.csv: 100 %", "bad.csv: 100 %"));
    }

    @Test
    void aPackedFileIsTakenAndItsReportWrittenAsJson() throws IOException {
      Path packed = folder.resolve("parks.csv.gz");
      try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
        gzip.write("their_key,name,timezone\nc4,Four,Europe/Rome\n".getBytes());
      }

      assertThat(run("import", "parks", "--json", "--map", "their_key=park_key", packed.toString()))
          .isZero();
      JsonNode report = json.readTree(out.toString());
      assertThat(report.path("file").asText()).isEqualTo(packed.toString());
      assertThat(report.path("inserted").asInt()).isEqualTo(1);
      assertThat(report.path("unknown_columns").isArray()).isTrue();
    }

    @Test
    void aFileThatBreaksOffIsDoneInPart() throws IOException {
      Path broken = folder.resolve("broken.csv.gz");
      Files.write(broken, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});

      assertThat(run("import", "parks", broken.toString())).isEqualTo(ExitStatus.PARTIAL);
      assertThat(out.toString()).contains("it was not read to its end");
    }

    @Test
    void aFileThatIsNotThereFailsAndTheNextIsTakenAllTheSame() throws IOException {
      String absent = folder.resolve("absent.csv").toString();
      String there = file("there.csv", "park_key,name,timezone", "c5,Five,Europe/Rome");

      assertThat(run("import", "parks", absent, there)).isEqualTo(ExitStatus.FAILED);
      assertThat(err.toString()).startsWith("marquee: there is no file " + absent);
      assertThat(out.toString()).startsWith(there + ": 1 read, 1 inserted");
    }

    @Test
    void kindAndParametersThatMakeNoSenseAreAMatterOfUsage() throws IOException {
      String file = file("rides.csv", "park_key,ride_key,name");

      assertThat(run("import", "rdies", file)).isEqualTo(ExitStatus.USAGE);
      assertThat(run("import", "rides", "--map", "a=b", file)).isEqualTo(ExitStatus.USAGE);
      assertThat(run("import", "rides", "--interval-minutes", "7", file))
          .isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString())
          .contains(
              "known: credits, lists, metrics, movies, nominations, parks, people, rides, schedules, snapshots")
          .contains("map is not theirs=ours with a column of ours; allowed: category, ")
          .contains("interval_minutes does not divide 60; allowed: 1, 2, ");
    }

    @Test
    void helpNamesEveryKindThereIs() {
      run("import", "--help");
      String help = out.toString().replaceAll("\\s+", " ");

      imports.stream()
          .flatMap(taker -> taker.kinds().stream())
          .forEach(kind -> assertThat(help).containsPattern("FILE.* hold:.*\\b" + kind + "\\b"));
    }

    @Test
    void listAndEditionOfATableAreSaidBesideIt() throws IOException {
      String films = file("films.csv", "imdb_id,title", "tt9200001,Taken In");
      String table = file("table.csv", "imdb_id,rank", "tt9200001,1");

      assertThat(run("import", "movies", films)).isZero();
      assertThat(run("import", "lists", "--list", "taken", "--edition", "2026", table)).isZero();
      assertThat(out.toString()).contains(table + ": 1 read, 1 inserted");
      assertThat(run("import", "lists", "--list", "No Key", table)).isEqualTo(ExitStatus.USAGE);
      assertThat(run("import", "movies", "--list", "taken", films)).isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString())
          .contains("list is not a key of at most 40 characters; allowed: 1001_movies")
          .contains("list is not a parameter here; allowed: map");
    }

    @Test
    void festivalLeftOutIsSkipped() throws IOException {
      String films = file("more.csv", "imdb_id,title", "tt9200002,Honoured");
      String events =
          file("events.csv", "imdb_id,festival,year,category,won", "tt9200002,ev1,1999,best,1");

      assertThat(run("import", "movies", films)).isZero();
      assertThat(run("import", "nominations", "--without", "ev0,ev1", events)).isZero();
      assertThat(out.toString())
          .contains("0 inserted, 0 updated, 0 unchanged, 0 rejected, 0 corrected, 1 skipped");
    }

    private String file(String name, String... lines) throws IOException {
      Path file = folder.resolve(name);
      Files.writeString(file, lines(lines));
      return file.toString();
    }
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }
}
