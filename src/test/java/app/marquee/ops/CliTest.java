package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import app.marquee.ops.Cli.Asked;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CliTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutACommandItServes() {
    assertThat(read()).isEqualTo(new Asked.Serve());
    assertThat(read("serve")).isEqualTo(new Asked.Serve());
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "verify --key a --key b --strict", "import parks a.csv -"})
  void commandsRunInTheStartedApplication(String words) {
    assertThat(read(words.split(" "))).isInstanceOf(Asked.Run.class);
    assertThat(out.toString() + err).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--help, Usage: marquee [-hV] [COMMAND]",
    "serve --help, Usage: marquee serve [-h]",
    "import --help, --map=THEIRS=OURS",
    "verify -h, Exit codes: 0 nothing disagrees",
    "--version, marquee ",
  })
  void helpAndVersionAreToldAtOnce(String words, String told) {
    assertThat(read(words.split(" "))).isEqualTo(new Asked.Told(ExitStatus.OK));
    assertThat(out.toString()).contains(told);
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 80, marquee [-hV] [COMMAND]",
    "srve, marquee [-hV] [COMMAND]",
    "serve now, marquee serve [-h]",
    "import parks, marquee import [-h]",
    "verify --key, marquee verify [-h]",
  })
  void wordsThatMakeNoSenseAreRefusedBeforeAnythingStarts(String words, String usage) {
    assertThat(read(words.split(" "))).isEqualTo(new Asked.Told(ExitStatus.USAGE));
    assertThat(err.toString()).startsWith("marquee: ").contains("Usage: " + usage);
    assertThat(out.toString()).isEmpty();
  }

  private Asked read(String... words) {
    CommandLine line =
        Cli.commandLine(CommandLine.defaultFactory())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return Cli.read(line, words);
  }
}
