package app.marquee.proposals.metadata;

import java.time.Duration;
import java.util.List;

/**
 * Which films to ask for.
 *
 * @param limit at most so many, those first that have waited longest
 * @param olderThan data of that age counts as old; null: what is due by its own account
 * @param force also what is fresh, unknown to all or waiting after a failure
 * @param dryRun only tell how many there are
 * @param ids only these; null: any
 * @param onlyMissing only those without any data
 */
record RefreshOrder(
    int limit,
    Duration olderThan,
    boolean force,
    boolean dryRun,
    List<String> ids,
    boolean onlyMissing) {
  static final int MOST = 10_000;

  /** What is due. */
  static RefreshOrder due(int limit) {
    return new RefreshOrder(limit, null, false, false, null, false);
  }

  /** One film, if it is due. */
  static RefreshOrder due(String imdbId) {
    return new RefreshOrder(1, null, false, false, List.of(imdbId), false);
  }
}
