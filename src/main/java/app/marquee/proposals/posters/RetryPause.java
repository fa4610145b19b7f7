package app.marquee.proposals.posters;

import java.time.Duration;

/** How long a poster that could not be had is left alone. */
final class RetryPause {
  /** Of one whose host is left alone. */
  static final Duration POSTPONED = Duration.ofMinutes(1);

  private static final Duration REFUSED = Duration.ofDays(1);
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int DOUBLINGS = 7;

  private RetryPause() {}

  /**
   * {@code failures} came before this one: an error doubles the pause each time, up to six hours.
   */
  static Duration after(NoPoster.State state, int failures) {
    if (state != NoPoster.State.ERROR) {
      return REFUSED;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
