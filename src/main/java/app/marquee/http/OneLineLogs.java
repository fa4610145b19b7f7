package app.marquee.http;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps every message of ours on the line it was logged on: what a request or an upstream brought
 * into it cannot begin another, or steer a terminal.
 */
@LoggingFilter(name = "one-line")
public final class OneLineLogs implements Filter {
  private static final String OURS = "app.marquee";
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}&&[^\t]]");

  @Override
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord ours
        && String.valueOf(ours.getLoggerName()).startsWith(OURS)) {
      String text = ours.getFormattedMessage();
      if (CONTROL.matcher(text).find()) {
        ours.setMessage(escaped(text), ExtLogRecord.FormatStyle.NO_FORMAT);
      }
    }
    return true;
  }

  private static String escaped(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0))));
  }
}
