package app.marquee.http;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps every message of ours, and of every failure, on the line it was logged on: what a request
 * or an upstream brought into it cannot begin another, or steer a terminal. Logs in JSON escape by
 * themselves.
 */
@LoggingFilter(name = "one-line")
public final class OneLineLogs implements Filter {
  private static final String OURS = "app.marquee";
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}&&[^\t]]");

  private final boolean json;

  OneLineLogs(@ConfigProperty(name = "quarkus.log.console.json.enabled") boolean json) {
    this.json = json;
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    if (!json && line instanceof ExtLogRecord told) {
      if (String.valueOf(told.getLoggerName()).startsWith(OURS)) {
        keepOnOneLine(told);
      }
      told.setThrown(OneLineFailure.of(told.getThrown()));
    }
    return true;
  }

  private static void keepOnOneLine(ExtLogRecord line) {
    String text = line.getFormattedMessage();
    if (isBroken(text)) {
      line.setMessage(escaped(text), ExtLogRecord.FormatStyle.NO_FORMAT);
    }
  }

  static boolean isBroken(String text) {
    return text != null && CONTROL.matcher(text).find();
  }

  static String escaped(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0))));
  }
}
