package app.marquee.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One line's values by our column names; an empty value is no value.
 *
 * @param line counted from 1, with the header
 */
public record Fields(long line, UnaryOperator<String> values) {
  private static final int LAST_YEAR = 9999;

  /** Null when absent or blank. */
  public String text(String column) {
    String value = values.apply(column);
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String required(String column) throws BadLine {
    String value = text(column);
    if (value == null) {
      throw new BadLine(column, column + " is missing");
    }
    return value;
  }

  public Long integer(String column) throws BadLine {
    String value = text(column);
    try {
      return value == null ? null : Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw wrong(column, value, "an integer");
    }
  }

  public Double decimal(String column, double least, double greatest) throws BadLine {
    String value = text(column);
    if (value == null) {
      return null;
    }
    try {
      // Java would take 5f and 5d for numbers too.
      if (Character.isLetter(value.charAt(value.length() - 1))) {
        throw wrong(column, value, "a number");
      }
      double number = Double.parseDouble(value);
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(column, value, "a number");
    }
    throw wrong(column, value, "between " + least + " and " + greatest);
  }

  public Boolean flag(String column) throws BadLine {
    String value = text(column);
    if (value == null) {
      return null;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "1" -> true;
      case "false", "f", "no", "0" -> false;
      default -> throw wrong(column, value, "true or false");
    };
  }

  public <E extends Enum<E>> E word(String column, Class<E> type) throws BadLine {
    String value = text(column);
    if (value == null) {
      return null;
    }
    for (E word : type.getEnumConstants()) {
      if (word.name().equals(value)) {
        return word;
      }
    }
    throw wrong(column, value, "one of " + Arrays.toString(type.getEnumConstants()));
  }

  public LocalDate date(String column) throws BadLine {
    String value = required(column);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw wrong(column, value, "a date such as 2026-08-22");
    }
  }

  /** ISO-8601; without an offset it is the time of {@code zone}. */
  public Instant instant(String column, ZoneId zone) throws BadLine {
    String value = text(column);
    return value == null ? null : instant(column, value, zone);
  }

  private static Instant instant(String column, String value, ZoneId zone) throws BadLine {
    try {
      String iso =
          value.length() > 10 && value.charAt(10) == ' ' ? value.replaceFirst(" ", "T") : value;
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, ZonedDateTime::from, LocalDate::from);
      if (parsed.get(ChronoField.YEAR) >= 1 && parsed.get(ChronoField.YEAR) <= LAST_YEAR) {
        return parsed instanceof ZonedDateTime zoned
            ? zoned.toInstant()
            : DateTimeFormatter.ISO_DATE_TIME.withZone(zone).parse(iso, Instant::from);
      }
    } catch (DateTimeException e) {
      throw wrong(column, value, "a time such as 2026-08-22T12:00:00Z");
    }
    throw wrong(column, value, "a year from 1 to " + LAST_YEAR);
  }

  private static BadLine wrong(String column, String value, String expected) {
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return new BadLine(column, column + " is '" + shown + "', expected " + expected);
  }
}
