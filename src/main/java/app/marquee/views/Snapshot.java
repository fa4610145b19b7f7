package app.marquee.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * One state of the database that all builds of a feature in a run read.
 *
 * @param name what {@code pg_export_snapshot} called it
 * @param takenAt database time
 * @param asOf newest source fact in it; null before the first
 * @param now the {@code :now} of every statement that reads it
 * @param changes per version up to this one the instant before which it changed no fact, as far as
 *     that is known
 * @param parts per version up to this one the parts of the source it touched, as far as that is
 *     known
 * @param settledBefore facts before it are of ended windows only
 */
record Snapshot(
    String name,
    Instant takenAt,
    long version,
    Instant asOf,
    Instant now,
    Map<Long, Instant> changes,
    Map<Long, Set<String>> parts,
    Instant settledBefore) {

  /** The pairs of versions and instants as a query returns them; null tells nothing. */
  static Map<Long, Instant> changes(List<Long> versions, List<Instant> factsFrom) {
    Map<Long, Instant> changes = new java.util.HashMap<>();
    for (int i = 0; i < versions.size(); i++) {
      if (factsFrom.get(i) != null) {
        changes.put(versions.get(i), factsFrom.get(i));
      }
    }
    return changes;
  }

  /** As {@link #changes}, of the names of parts with blanks between. */
  static Map<Long, Set<String>> parts(List<Long> versions, List<String> names) {
    Map<Long, Set<String>> parts = new java.util.HashMap<>();
    for (int i = 0; i < versions.size(); i++) {
      if (names.get(i) != null) {
        parts.put(versions.get(i), Set.of(names.get(i).split(" ")));
      }
    }
    return parts;
  }

  /** Whether every change since a version is known to have touched other parts; null: all of it. */
  boolean leftPartAlone(long since, String part) {
    return part != null
        && since <= version
        && version - since <= parts.size()
        && LongStream.rangeClosed(since + 1, version)
            .allMatch(changed -> parts.containsKey(changed) && !parts.get(changed).contains(part));
  }

  /** Whether every change since a version is known to have left the ended windows alone. */
  boolean leftSettledFactsAlone(long since) {
    if (since > version || version - since > changes.size()) {
      return false;
    }
    for (long changed = since + 1; changed <= version; changed++) {
      Instant from = changes.get(changed);
      if (from == null || from.isBefore(settledBefore)) {
        return false;
      }
    }
    return true;
  }
}
