package app.marquee.views;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest version of a source, and since when builds of an older one have been outdated. */
final class SourceHistory {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final TreeMap<Long, Instant> changes = new TreeMap<>();
  private volatile long current;
  private volatile Instant asOf;

  synchronized void learn(long version, Instant changedAt) {
    if (version == current && !changes.isEmpty()) {
      return;
    }
    if (version < current) {
      // A restored database counts from its own past.
      changes.clear();
    }
    current = version;
    changes.put(version, changedAt);
    while (changes.size() > 2
        && changes.firstEntry().getValue().isBefore(changedAt.minus(REMEMBERED))) {
      changes.pollFirstEntry();
    }
  }

  void learnAsOf(Instant newest) {
    asOf = newest;
  }

  /** The newest fact; empty while there is none. */
  Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  long current() {
    return current;
  }

  /** When a build of {@code version} became outdated; null while it is not. */
  synchronized Instant outdatedSince(long version) {
    if (version >= current) {
      return null;
    }
    Map.Entry<Long, Instant> next = changes.higherEntry(version);
    return next == null ? null : next.getValue();
  }
}
