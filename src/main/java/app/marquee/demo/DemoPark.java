package app.marquee.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * A fictional park: what is told about it, its hours and its rides.
 *
 * @param facts the park's columns as the import names them, {@code source_key} and {@code name}
 *     among them
 * @param closes closing time from Sunday to Thursday, before midnight
 * @param lateCloses closing time on Friday and Saturday; one before {@code opens} is past midnight
 * @param closedOn the weekday without operation, or null
 */
record DemoPark(
    Map<String, String> facts,
    ZoneId zone,
    FeedStyle feed,
    LocalTime opens,
    LocalTime closes,
    LocalTime lateCloses,
    DayOfWeek closedOn,
    List<DemoRide> rides) {

  // Ends a night out: what happens before four belongs to the evening before.
  private static final LocalTime DAY_STARTS = LocalTime.of(4, 0);

  DemoPark {
    facts = Map.copyOf(facts);
    rides = List.copyOf(rides);
  }

  /** Unique among all catalogues' parks. */
  String key() {
    return facts.get("source_key");
  }

  /** A park of the same hours and feed, told of by other facts and with other rides. */
  DemoPark with(Map<String, String> facts, List<DemoRide> rides) {
    return new DemoPark(facts, zone, feed, opens, closes, lateCloses, closedOn, rides);
  }

  /** The operating day, park-local from 04:00 to 04:00, that {@code slot} lies in. */
  LocalDate dayOf(Slot slot) {
    ZonedDateTime local = slot.start().atZone(zone);
    LocalDate date = local.toLocalDate();
    return local.toLocalTime().isBefore(DAY_STARTS) ? date.minusDays(1) : date;
  }

  /** The first slot of an operating day. */
  Slot startOf(LocalDate day) {
    return slotAt(day, DAY_STARTS);
  }

  /** The hours of an operating day. */
  DemoHours hours(LocalDate day) {
    if (day.getDayOfWeek() == closedOn) {
      return DemoHours.closed(day, startOf(day));
    }
    boolean late =
        day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY;
    LocalTime closing = late ? lateCloses : closes;
    LocalDate closingDate = closing.isBefore(opens) ? day.plusDays(1) : day;
    return new DemoHours(
        day,
        slotAt(day, opens),
        slotAt(closingDate, closing),
        slotAt(day.plusDays(1), LocalTime.MIN));
  }

  private Slot slotAt(LocalDate date, LocalTime time) {
    return Slot.at(date.atTime(time).atZone(zone).toInstant());
  }

  /** Seeds the park's own variety. */
  long seed() {
    return key().hashCode();
  }
}
