package app.marquee.http;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static String logged(String by, String value) {
    ExtLogRecord line =
        new ExtLogRecord(Level.INFO, "%s", ExtLogRecord.FormatStyle.PRINTF, "the.Logger");
    line.setLoggerName(by);
    line.setParameters(new Object[] {value});
    assertThat(new OneLineLogs().isLoggable(line)).isTrue();
    return line.getFormattedMessage();
  }
}
