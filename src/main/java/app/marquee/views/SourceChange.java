package app.marquee.views;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the writer of a version of a source said that it changed.
 *
 * @param factsFrom no fact before it; null: any
 * @param periods only documents of these; null: any
 */
record SourceChange(Instant factsFrom, Set<String> periods) {

  /** The changes of a row of {@code export_snapshot.sql} by their versions. */
  static Map<Long, SourceChange> all(Row row) {
    Long[] versions = row.getArrayOfLongs("changed_versions");
    OffsetDateTime[] factsFrom = row.getArrayOfOffsetDateTimes("facts_from");
    String[] periods = row.getArrayOfStrings("changed_periods");
    Map<Long, SourceChange> changes = new HashMap<>();
    for (int i = 0; i < versions.length; i++) {
      changes.put(versions[i], of(factsFrom[i], periods[i]));
    }
    return changes;
  }

  private static SourceChange of(OffsetDateTime factsFrom, String periods) {
    return new SourceChange(
        factsFrom == null ? null : factsFrom.toInstant(),
        periods == null ? null : Set.copyOf(List.of(periods.split(","))));
  }

  boolean leftAlone(View view, Key key, Instant settledBefore) {
    return view.settled(key) && factsFrom != null && !factsFrom.isBefore(settledBefore)
        || view.dividedByPeriod() && periods != null && !periods.contains(key.period());
  }
}
