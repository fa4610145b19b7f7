package app.marquee.parks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The park-local day from its start, such as 04:00, to the next. */
final class OperatingDay {
  private OperatingDay() {}

  /** When the operating day of {@code now} began. */
  static Instant start(Instant now, ZoneId zone, LocalTime startsAt) {
    LocalDate date = now.atZone(zone).toLocalDate();
    Instant start = ZonedDateTime.of(date, startsAt, zone).toInstant();
    return start.isAfter(now)
        ? ZonedDateTime.of(date.minusDays(1), startsAt, zone).toInstant()
        : start;
  }

  /** The first start of an operating day strictly after {@code now}. */
  static Instant nextStart(Instant now, ZoneId zone, LocalTime startsAt) {
    LocalDate date = now.atZone(zone).toLocalDate();
    Instant start = ZonedDateTime.of(date, startsAt, zone).toInstant();
    return start.isAfter(now)
        ? start
        : ZonedDateTime.of(date.plusDays(1), startsAt, zone).toInstant();
  }
}
