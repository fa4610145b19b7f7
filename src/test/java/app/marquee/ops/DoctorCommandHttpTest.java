package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import app.marquee.cli.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that looks for what is wrong, on the running application. */
@QuarkusTest
class DoctorCommandHttpTest {
  @Inject CommandRun command;
  @Inject ObjectMapper json;
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return command.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void looksAtEachThingAndTellsTheWorstFirst() {
    assertThat(run("doctor", "--offline")).isLessThanOrEqualTo(ExitStatus.FAILED);
    assertThat(out.toString())
        .containsPattern("(?m)^ok    database: PostgreSQL \\d+")
        .containsPattern("(?m)^ok    privileges: \\S+ may create")
        .containsPattern("(?m)^ok    migrations: at V\\d{3}$")
        .containsPattern("(?m)^ok    connections: a node takes \\d+ of the \\d+ ")
        .containsPattern("(?m)^ok    clock: this machine's is ")
        .containsPattern("(?m)^ok    configuration: every setting is known")
        .containsPattern("(?m)^\\w+ +runs: ")
        .containsPattern("(?m)^ok    time zones: Java and the database agree");
    assertThat(out.toString().lines().map(line -> line.substring(0, 4).strip()))
        .isSortedAccordingTo(
            (a, b) -> Finding.Level.valueOf(b).compareTo(Finding.Level.valueOf(a)));
  }

  @Test
  void whoPausedRefreshingIsAWarning() throws IOException {
    Ops.pause(Ops.REFRESHING, "a test");
    try {
      assertThat(run("doctor", "--offline", "--json")).isNotEqualTo(ExitStatus.OK);
    } finally {
      Ops.resume(Ops.REFRESHING);
    }
    JsonNode told = json.readTree(out.toString());
    assertThat(told.path("ok").asBoolean()).isFalse();
    assertThat(told.path("findings"))
        .anySatisfy(
            one -> {
              assertThat(one.path("name").asText()).isEqualTo("refreshing");
              assertThat(one.path("level").asText()).isEqualTo("warn");
              assertThat(one.path("text").asText()).startsWith("paused by ");
            });
  }

  @Test
  void aStartThatWasRefusedIsToldAsWhatFails() {
    DoctorCommand doctor = new DoctorCommand();
    new CommandLine(doctor).setOut(new PrintWriter(out, true)).parseArgs();

    doctor.refused("postgresql://marquee@db:5432/marquee does not answer");

    assertThat(out.toString())
        .isEqualTo("fail  start: postgresql://marquee@db:5432/marquee does not answer\n");
  }

  @Test
  void clocksApartAndFullDisksAreToldWithWhatToDo() {
    assertThat(DatabaseExamination.clock(Duration.ofMillis(-2001)))
        .isEqualTo(
            Finding.warn(
                "clock",
                "this machine's is 2.0 s behind the database's: let both follow one time server"));
    assertThat(HostExamination.disk(folder).text()).containsPattern("^\\d+ MB free for ");
  }

  @Test
  void wordsThatMakeNoSenseAreAMatterOfUsage() {
    assertThat(run("doctor", "--all")).isEqualTo(ExitStatus.USAGE);
  }
}
