package app.marquee.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How often something may be tried: so many times at once, then one more each time {@code every}
 * has passed.
 *
 * @param kind what is tried, by whom; each kind has keys of its own
 */
record Allowance(String kind, int burst, Duration every) {
  private static final double NANOS = 1e9;

  /** The database counts in microseconds. */
  private static final double ROUNDING = 0.01;

  Allowance {
    if (burst < 1 || every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException(kind + ": " + burst + " at once, one every " + every);
    }
  }

  /** In which all of it comes back. */
  Duration window() {
    return every.multipliedBy(burst);
  }

  /** How it stands once this much of its time is spent. */
  Balance balance(Duration spent) {
    double used = Math.ceil((double) spent.toNanos() / every.toNanos() - ROUNDING);
    return new Balance(this, (int) Math.max(0, burst - used), spent, Optional.empty());
  }

  /** How it stands while there is nothing left of it. */
  Balance spentFor(Duration wait) {
    return new Balance(this, 0, window(), Optional.of(wait));
  }

  /** The binds of {@code spend_attempt.sql} and its kin but for the time. */
  Map<String, Object> binds(String key) {
    return Map.of("kind", kind, "key", key, "refill", every.toNanos() / NANOS, "burst", burst);
  }
}
