package app.marquee.demo;

import static app.marquee.demo.Dice.roll;

import app.marquee.demo.Dice.Question;
import java.util.List;

/** One ride on one operating day: what a pure function of both says about each of its slots. */
final class DemoRideDay {
  // A ride is considered for refurbishment once in this many days, and spends part of them in it.
  private static final int REFURBISHMENT_CYCLE_DAYS = 30;
  private static final int REFURBISHMENT_PERCENT = 12;
  private static final int LATE_PERCENT = 10;

  private final DemoPark park;
  private final DemoRide ride;
  private final DemoHours hours;
  private final boolean refurbished;
  private final int opensAfter;
  private final List<Outage> outages;

  DemoRideDay(DemoPark park, DemoRide ride, DemoHours hours) {
    this.park = park;
    this.ride = ride;
    this.hours = hours;
    long day = hours.day().toEpochDay();
    boolean signature = ride.position() == 0;
    this.refurbished = !signature && isRefurbished(ride.seed(), day);
    this.opensAfter = signature ? 0 : lateBy(ride.seed(), day);
    this.outages = hours.isClosed() || !ride.hasQueue() ? List.of() : Outages.of(park, ride, hours);
  }

  private static boolean isRefurbished(long seed, long day) {
    long shifted = day + roll(REFURBISHMENT_CYCLE_DAYS, seed, 0, Question.REFURBISHMENT_PHASE);
    long cycle = Math.floorDiv(shifted, REFURBISHMENT_CYCLE_DAYS);
    return roll(100, seed, cycle, Question.REFURBISHMENT) < REFURBISHMENT_PERCENT
        && Math.floorMod(shifted, REFURBISHMENT_CYCLE_DAYS)
            < 3 + roll(15, seed, cycle, Question.REFURBISHMENT_DAYS);
  }

  private static int lateBy(long seed, long day) {
    boolean late = roll(100, seed, day, Question.LATE_OPENING) < LATE_PERCENT;
    return late ? 3 + roll(12, seed, day, Question.LATE_BY) : 0;
  }

  DemoSnapshot at(Slot slot) {
    int since = (int) slot.since(hours.opens());
    if (refurbished) {
      return told(slot, "REFURBISHMENT");
    }
    if (since < opensAfter || since >= hours.length()) {
      return told(slot, "CLOSED");
    }
    if (isDown(since)) {
      return told(slot, park.feed() == FeedStyle.STATES_DOWN ? "DOWN" : "CLOSED");
    }
    return operating(slot, since);
  }

  /** Whether the ride is broken in the {@code since}-th slot after opening, whatever is told. */
  private boolean isDown(int since) {
    return outages.stream().anyMatch(outage -> outage.covers(since));
  }

  private DemoSnapshot operating(Slot slot, int since) {
    Integer wait = ride.hasQueue() ? Crowd.minutes(park, ride, hours, since) : null;
    return new DemoSnapshot(slot, stated("OPERATING"), true, wait);
  }

  private DemoSnapshot told(Slot slot, String status) {
    return new DemoSnapshot(slot, stated(status), false, null);
  }

  private String stated(String status) {
    return park.feed() == FeedStyle.FLAGS_ONLY ? null : status;
  }
}
