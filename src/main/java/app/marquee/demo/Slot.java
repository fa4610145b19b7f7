package app.marquee.demo;

import java.time.Instant;

/** A ten-minute step of UTC time, numbered from 1970: the grain of the sample data. */
record Slot(long number) {
  static final int MINUTES = 10;
  private static final long SECONDS = MINUTES * 60L;

  /** The slot that contains {@code instant}. */
  static Slot at(Instant instant) {
    return new Slot(Math.floorDiv(instant.getEpochSecond(), SECONDS));
  }

  Instant start() {
    return Instant.ofEpochSecond(number * SECONDS);
  }

  Slot plus(long slots) {
    return new Slot(number + slots);
  }

  /** Slots from {@code earlier} to this one; negative if this one comes first. */
  long since(Slot earlier) {
    return number - earlier.number;
  }

  boolean isAfter(Slot other) {
    return number > other.number;
  }
}
