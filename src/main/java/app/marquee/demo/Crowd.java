package app.marquee.demo;

import static app.marquee.demo.Dice.roll;

import app.marquee.demo.Dice.Question;
import java.time.DayOfWeek;

/** How long guests wait: by ride, weekday, hour of the day and a little chance. */
final class Crowd {
  // Percent of a ride's usual wait at each tenth of the operating day, opening to closing.
  private static final int[] CURVE = {30, 60, 85, 100, 100, 92, 85, 85, 80, 55, 25};
  private static final int MINUTES_STEP = 5;

  private Crowd() {}

  /** Minutes, a multiple of five, for the {@code since}-th slot of the day. */
  static int minutes(DemoPark park, DemoRide ride, DemoHours hours, int since) {
    long day = hours.day().toEpochDay();
    int usual = ride.usualWait() + roll(16, ride.seed(), 0, Question.POPULARITY);
    int today =
        weekday(hours.day().getDayOfWeek()) + roll(31, park.seed(), day, Question.DAY_CROWD) - 15;
    int chance = 85 + roll(31, ride.seed(), hours.opens().number() + since, Question.SLOT_CROWD);
    long exact = (long) usual * today * curve(since, hours.length()) * chance / 1_000_000;
    return (int) exact / MINUTES_STEP * MINUTES_STEP;
  }

  private static int weekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> 85;
      case TUESDAY, WEDNESDAY -> 75;
      case THURSDAY -> 80;
      case FRIDAY -> 100;
      case SATURDAY -> 130;
      case SUNDAY -> 115;
    };
  }

  private static int curve(int since, int length) {
    int tenths = since * 10;
    int step = tenths / length;
    int within = tenths % length;
    return CURVE[step] + (CURVE[step + 1] - CURVE[step]) * within / length;
  }
}
