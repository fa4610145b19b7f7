package app.marquee.views;

import java.time.Duration;

/**
 * How usable a build is at an instant.
 *
 * @param reason null exactly when fresh
 * @param age since {@code checked_at}, never negative
 */
public record Condition(State state, Reason reason, Duration age) {

  /** By the three bounds of {@link Freshness}. */
  public enum State {
    /** Served as it is. */
    FRESH,
    /** Served, while a refresh runs behind the answer. */
    STALE,
    /** Served only if computing fails. */
    EXPIRED,
    /** Not served any more. */
    UNUSABLE
  }

  public boolean fresh() {
    return state == State.FRESH;
  }

  /** Whether building anew would tell nothing newer: fresh, or stale for want of facts alone. */
  boolean upToDate() {
    return fresh() || reason == Reason.WAITING_FOR_DATA;
  }
}
