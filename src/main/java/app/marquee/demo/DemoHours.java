package app.marquee.demo;

import java.time.LocalDate;

/**
 * When a park operates on one operating day.
 *
 * @param closes the first slot without operation; equal to {@code opens} on a day without any
 * @param midnight the slot in which the next calendar day begins
 */
record DemoHours(LocalDate day, Slot opens, Slot closes, Slot midnight) {

  static DemoHours closed(LocalDate day, Slot start) {
    return new DemoHours(day, start, start, start);
  }

  boolean isClosed() {
    return length() == 0;
  }

  boolean isPastMidnight() {
    return closes.isAfter(midnight);
  }

  /** Slots from opening to closing. */
  int length() {
    return (int) closes.since(opens);
  }
}
