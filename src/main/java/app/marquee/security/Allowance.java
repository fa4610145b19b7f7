package app.marquee.security;

import java.time.Duration;
import java.util.Map;

/**
 * How often something may be tried: so many times at once, then one more each time {@code every}
 * has passed.
 *
 * @param kind what is tried, by whom; each kind has keys of its own
 */
record Allowance(String kind, int burst, Duration every) {
  private static final double NANOS = 1e9;

  Allowance {
    if (burst < 1 || every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException(kind + ": " + burst + " at once, one every " + every);
    }
  }

  /** The binds of {@code spend_attempt.sql} and its kin but for the time. */
  Map<String, Object> binds(String key) {
    return Map.of("kind", kind, "key", key, "refill", every.toNanos() / NANOS, "burst", burst);
  }
}
