package app.marquee.proposals;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

/**
 * The lot that decides between proposals of equally many votes.
 *
 * <p>Anybody can draw again what the log tells: {@code ids.get(new
 * java.util.Random(seed).nextInt(ids.size()))}, the ids in ascending order.
 */
final class Draw {
  // All that Random takes of a seed, and small enough for every reader of JSON.
  private static final int SEED_BITS = 48;

  private Draw() {}

  /** A seed that nobody can foresee: 0 … 2⁴⁸−1. */
  static long seed(SecureRandom random) {
    return random.nextLong() >>> (Long.SIZE - SEED_BITS);
  }

  /** Which of the tied it is; always the same for the same seed and ids. */
  static long winner(long seed, List<Long> tied) {
    return tied.get(new Random(seed).nextInt(tied.size()));
  }
}
