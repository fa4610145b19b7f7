package app.marquee.views;

import java.time.Instant;
import java.util.Map;

/**
 * One state of the database that all builds of a feature in a run read.
 *
 * @param site where it can be read
 * @param name what {@code pg_export_snapshot} called it; null where it is not shared
 * @param takenAt time of the primary at which it was the newest there was
 * @param asOf newest source fact in it; null before the first
 * @param now the {@code :now} of every statement that reads it
 * @param changes per version up to this one what is known of it
 * @param settledBefore facts before it are of ended windows only
 */
record Snapshot(
    Site site,
    String name,
    Instant takenAt,
    long version,
    Instant asOf,
    Instant now,
    Map<Long, SourceChange> changes,
    Instant settledBefore) {

  /** Whether every change since a version is known to have left this document as it is. */
  boolean leftAlone(View view, Key key, long since) {
    if (since > version || version - since > changes.size()) {
      return false;
    }
    for (long changed = since + 1; changed <= version; changed++) {
      SourceChange change = changes.get(changed);
      if (change == null || !change.leftAlone(view, key, settledBefore)) {
        return false;
      }
    }
    return true;
  }
}
