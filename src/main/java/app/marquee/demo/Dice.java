package app.marquee.demo;

/**
 * Integers that look random and are functions of their arguments: the demo's only source of
 * variety.
 */
final class Dice {
  // The three multipliers of the splitmix64 finalizer: every bit of the input moves every bit out.
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FIRST = 0xBF58476D1CE4E5B9L;
  private static final long SECOND = 0x94D049BB133111EBL;

  private Dice() {}

  /** A number in 0 … {@code sides} − 1, the same for the same arguments. */
  static int roll(int sides, long seed, long about, Enum<?> question) {
    long mixed = mix(mix(seed + question.ordinal() * GAMMA) ^ about);
    return (int) Long.remainderUnsigned(mixed, sides);
  }

  private static long mix(long value) {
    long z = value + GAMMA;
    z = (z ^ (z >>> 30)) * FIRST;
    z = (z ^ (z >>> 27)) * SECOND;
    return z ^ (z >>> 31);
  }

  /** What is being decided, so that two decisions about one ride and day are independent. */
  enum Question {
    SIGNATURE_START,
    SIGNATURE_LENGTH,
    SHORT_OUTAGE,
    SHORT_START,
    SHORT_LENGTH,
    LONG_OUTAGE,
    LONG_START,
    LONG_LENGTH,
    LAST_OUTAGE,
    LAST_START,
    MIDNIGHT_OUTAGE,
    LATE_OPENING,
    LATE_BY,
    REFURBISHMENT,
    REFURBISHMENT_DAYS,
    REFURBISHMENT_PHASE,
    DAY_CROWD,
    SLOT_CROWD,
    POPULARITY
  }
}
