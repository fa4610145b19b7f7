package app.marquee.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Consecutive slots of one park, half open; what a feed has to tell of them is known at once. */
record Stretch(DemoPark park, Slot from, Slot until) {

  /**
   * The slots a park's history lacks at {@code now}: those after {@code newest}, of the operating
   * days from {@code days} before today on. Empty if there are none.
   */
  static Optional<Stretch> missed(DemoPark park, Optional<Slot> newest, Slot now, int days) {
    Slot first = park.startOf(park.dayOf(now).minusDays(days));
    Slot from = newest.map(slot -> slot.plus(1)).filter(slot -> slot.isAfter(first)).orElse(first);
    Stretch missed = new Stretch(park, from, now.plus(1));
    return missed.slots() > 0 ? Optional.of(missed) : Optional.empty();
  }

  long slots() {
    return Math.max(0, until.since(from));
  }

  /** Snapshots a feed tells in this stretch. */
  long snapshots() {
    return slots() * park.rides().size();
  }

  /**
   * The same stretch in parts of whole operating days, of about {@code snapshots} each: no day's
   * rollup is made twice.
   */
  List<Stretch> split(int snapshots) {
    long perDay = 144L * park.rides().size();
    long daysEach = Math.max(1, snapshots / perDay);
    List<Stretch> parts = new ArrayList<>();
    Slot start = from;
    while (until.isAfter(start)) {
      Slot end = park.startOf(park.dayOf(start).plusDays(daysEach));
      parts.add(new Stretch(park, start, end.isAfter(until) ? until : end));
      start = end;
    }
    return parts;
  }

  /** Everything the park's feed tells in this stretch, day by day and ride by ride. */
  List<RideSnapshot> told() {
    List<RideSnapshot> told = new ArrayList<>((int) snapshots());
    for (Stretch day : split(1)) {
      LocalDate date = park.dayOf(day.from);
      for (DemoRide ride : park.rides()) {
        DemoRideDay rideDay = new DemoRideDay(park, ride, park.hours(date));
        for (Slot slot = day.from; day.until.isAfter(slot); slot = slot.plus(1)) {
          told.add(new RideSnapshot(park, ride, rideDay.at(slot)));
        }
      }
    }
    return told;
  }

  /** What was told of one ride of one park. */
  record RideSnapshot(DemoPark park, DemoRide ride, DemoSnapshot snapshot) {}
}
