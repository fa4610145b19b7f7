package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Values that lines of films have in common, checked so that the database has nothing to refuse.
 */
final class FilmValues {
  private static final int SHORT_TEXT = 1_000;

  // What PostgreSQL can index: a third of a page, of three bytes for each character.
  private static final int KEY_TEXT = 600;
  private static final int LONG_TEXT = 20_000;
  private static final int FIRST_FILMS = 1870;
  private static final int LAST_YEAR = 2200;

  private FilmValues() {}

  /**
   * When a film came out.
   *
   * @param date the first of January where only the year is known
   */
  record Release(LocalDate date, Boolean yearOnly) {
    static final Release UNKNOWN = new Release(null, null);
  }

  /** At most a thousand characters. */
  static String text(Fields line, String column) throws BadLine {
    return text(line, column, SHORT_TEXT);
  }

  static String longText(Fields line, String column) throws BadLine {
    return text(line, column, LONG_TEXT);
  }

  private static String text(Fields line, String column, int limit) throws BadLine {
    String value = line.text(column);
    if (value != null && value.length() > limit) {
      throw new BadLine(column, column + " is longer than " + limit + " characters");
    }
    return value;
  }

  static String requiredText(Fields line, String column) throws BadLine {
    line.required(column);
    return text(line, column);
  }

  /** A text by which things are told apart: at most six hundred characters. */
  static String key(Fields line, String column) throws BadLine {
    return key(column, line.text(column));
  }

  static String requiredKey(Fields line, String column) throws BadLine {
    return key(column, line.required(column));
  }

  static String key(String column, String value) throws BadLine {
    if (value != null && value.length() > KEY_TEXT) {
      throw new BadLine(column, column + " is longer than " + KEY_TEXT + " characters");
    }
    return value;
  }

  /** The first of the columns that has a value, a day or a year. */
  static Release release(Fields line, String... columns) throws BadLine {
    for (String column : columns) {
      String value = line.text(column);
      if (value != null) {
        return release(column, value);
      }
    }
    return Release.UNKNOWN;
  }

  private static Release release(String column, String value) throws BadLine {
    try {
      boolean yearOnly = value.length() <= 4;
      LocalDate date =
          yearOnly ? LocalDate.of(Integer.parseInt(value), 1, 1) : LocalDate.parse(value);
      if (date.getYear() >= FIRST_FILMS && date.getYear() <= LAST_YEAR) {
        return new Release(date, yearOnly);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadLine(column, column + " is not a date such as 1994-09-23, nor a year");
    }
    throw new BadLine(column, column + " is before " + FIRST_FILMS + " or after " + LAST_YEAR);
  }

  /** A whole number, though it may be written 162.0; null when absent. */
  static Integer whole(Fields line, String column, int least, int greatest) throws BadLine {
    Double value = line.decimal(column, least, greatest);
    if (value != null && value != Math.rint(value)) {
      throw new BadLine(column, column + " is not a whole number");
    }
    return value == null ? null : value.intValue();
  }

  /** As {@link #whole}; zero means unknown. */
  static Integer minutes(Fields line, String column) throws BadLine {
    Double value = line.decimal(column, 0, 100_000);
    return value == null || value < 1 ? null : (int) Math.round(value);
  }

  static int year(Fields line, String column) throws BadLine {
    line.required(column);
    return whole(line, column, 1900, LAST_YEAR);
  }

  /** The key of a person of a provider that numbers them, such as {@code tmdb:31}. */
  static String tmdbPerson(long id) {
    return "tmdb:" + id;
  }
}
