package app.marquee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineLogsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'no poster: a\r\nINFO all is well' | 'no poster: a\\u000d\\u000aINFO all is well'",
        "'\u001b[2Jcleared'                | '\\u001b[2Jcleared'",
        "'a\u2028b'                        | 'a\\u2028b'",
        "'a film, 100%'                    | 'a film, 100%'"
      })
  void aMessageStaysOnItsLine(String message, String written) {
    assertThat(logged("app.marquee.proposals", message)).isEqualTo(written);
  }

  @Test
  void whatOthersSayIsTheirs() {
    assertThat(logged("org.hibernate", "a\nb")).isEqualTo("a\nb");
  }

  @Test
  void aFailureTellsItsMessageAndThatOfItsCauseOnALineEach() {
    ExtLogRecord line = new ExtLogRecord(Level.ERROR, "it failed", "the.Logger");
    IllegalStateException failure =
        new IllegalStateException(
            "outer", new IllegalArgumentException("no film: x\r\n2026 INFO all is well"));
    line.setThrown(failure);

    new OneLineLogs(false).isLoggable(line);

    StringWriter text = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(text));
    assertThat(text.toString().lines())
        .contains(
            "java.lang.IllegalStateException: outer",
            "Caused by: java.lang.IllegalArgumentException: no film: x\\u000d\\u000a2026 INFO all is"
                + " well")
        .noneMatch(told -> told.startsWith("2026"));
    assertThat(line.getThrown().getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void aHarmlessFailureStaysAsItIs() {
    ExtLogRecord line = new ExtLogRecord(Level.ERROR, "it failed", "the.Logger");
    IllegalStateException failure = new IllegalStateException("plain");
    line.setThrown(failure);

    new OneLineLogs(false).isLoggable(line);

    assertThat(line.getThrown()).isSameAs(failure);
  }

  @Test
  void jsonEscapesByItself() {
    ExtLogRecord line = new ExtLogRecord(Level.INFO, "a\nb", "the.Logger");
    line.setLoggerName("app.marquee.proposals");

    new OneLineLogs(true).isLoggable(line);

    assertThat(line.getMessage()).isEqualTo("a\nb");
  }

  private static String logged(String by, String value) {
    ExtLogRecord line =
        new ExtLogRecord(Level.INFO, "%s", ExtLogRecord.FormatStyle.PRINTF, "the.Logger");
    line.setLoggerName(by);
    line.setParameters(new Object[] {value});
    assertThat(new OneLineLogs(false).isLoggable(line)).isTrue();
    return line.getFormattedMessage();
  }
}
