package app.marquee.demo;

import static app.marquee.demo.Dice.roll;

import app.marquee.demo.Dice.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * The breakdowns of one ride on one operating day.
 *
 * <p>Most days have none. Short ones last up to an hour, long ones two to five hours, some never
 * end before closing, and on nights past midnight some cross it. A park's signature ride breaks
 * every third day without fail, so that no week of any park is without an outage.
 */
final class Outages {
  private static final int SIGNATURE_EVERY_DAYS = 3;
  private static final int SHORT_PERCENT = 18;
  private static final int LONG_PERCENT = 4;
  private static final int LAST_PERCENT = 2;
  private static final int HOUR = 60 / Slot.MINUTES;

  private Outages() {}

  static List<Outage> of(DemoPark park, DemoRide ride, DemoHours hours) {
    List<Outage> outages = new ArrayList<>();
    long day = hours.day().toEpochDay();
    if (isSignatureDay(park, ride, day)) {
      outages.add(signature(ride.seed(), day));
    }
    addByChance(outages, ride.seed(), day, hours);
    if (ride.position() == 1 && hours.isPastMidnight()) {
      addMidnight(outages, ride.seed(), day, hours);
    }
    return outages;
  }

  private static boolean isSignatureDay(DemoPark park, DemoRide ride, long day) {
    return ride.position() == 0 && Math.floorMod(day + park.seed(), SIGNATURE_EVERY_DAYS) == 0;
  }

  private static Outage signature(long seed, long day) {
    int from = 2 * HOUR + roll(4 * HOUR, seed, day, Question.SIGNATURE_START);
    return new Outage(from, from + 3 + roll(2 * HOUR, seed, day, Question.SIGNATURE_LENGTH));
  }

  private static void addByChance(List<Outage> outages, long seed, long day, DemoHours hours) {
    if (roll(100, seed, day, Question.SHORT_OUTAGE) < SHORT_PERCENT) {
      int from = 1 + roll(hours.length() - HOUR, seed, day, Question.SHORT_START);
      outages.add(new Outage(from, from + 1 + roll(HOUR, seed, day, Question.SHORT_LENGTH)));
    }
    if (roll(100, seed, day, Question.LONG_OUTAGE) < LONG_PERCENT) {
      int from = HOUR + roll(hours.length() / 2, seed, day, Question.LONG_START);
      outages.add(
          new Outage(from, from + 2 * HOUR + roll(3 * HOUR, seed, day, Question.LONG_LENGTH)));
    }
    if (roll(100, seed, day, Question.LAST_OUTAGE) < LAST_PERCENT) {
      int from = hours.length() / 2 + roll(hours.length() / 3, seed, day, Question.LAST_START);
      outages.add(new Outage(from, hours.length()));
    }
  }

  // Broken from forty minutes before midnight until twenty after: one outage on two calendar days.
  private static void addMidnight(List<Outage> outages, long seed, long day, DemoHours hours) {
    if (roll(2, seed, day, Question.MIDNIGHT_OUTAGE) == 0) {
      int midnight = (int) hours.midnight().since(hours.opens());
      outages.add(new Outage(midnight - 4, midnight + 2));
    }
  }
}
