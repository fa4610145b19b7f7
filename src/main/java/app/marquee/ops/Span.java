package app.marquee.ops;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as people write them: {@code 20m}, {@code 1h30m}, {@code 2d}, {@code PT20M}. */
final class Span implements ITypeConverter<Duration> {
  private static final Pattern SHORT = Pattern.compile("(\\d+D)?(\\d+H)?(\\d+M)?(\\d+S)?");
  private static final int MINUTE = 60;

  @Override
  public Duration convert(String text) {
    try {
      Duration span = Duration.parse(iso(text.strip().toUpperCase(Locale.ROOT)));
      if (span.compareTo(Duration.ZERO) > 0) {
        return span;
      }
    } catch (DateTimeParseException e) {
      // Told below, like what is no length at all.
    }
    throw new TypeConversionException(
        "'" + text + "' is no length of time such as 20m, 1h30m or PT20M");
  }

  private static String iso(String text) {
    if (!SHORT.matcher(text).matches()) {
      return text;
    }
    int day = text.indexOf('D') + 1;
    String rest = text.substring(day);
    return "P" + text.substring(0, day) + (rest.isEmpty() ? "" : "T" + rest);
  }

  /** Its two greatest units at most. */
  static String text(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + "d" + rest(span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return span.toHours() + "h" + rest(span.toMinutesPart(), "m");
    }
    return span.toSeconds() < MINUTE
        ? span.toSeconds() + "s"
        : span.toMinutes() + "m" + rest(span.toSecondsPart(), "s");
  }

  private static String rest(int part, String unit) {
    return part == 0 ? "" : part + unit;
  }
}
