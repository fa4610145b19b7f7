package app.marquee.parks;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file holds, and the columns (or NDJSON keys) it may have. */
public enum ImportKind {
  PARKS(
      Set.of(
          "park_id",
          "park_key",
          "source_key",
          "name",
          "city",
          "state_province",
          "country",
          "latitude",
          "longitude",
          "timezone",
          "operator",
          "is_disney",
          "is_universal",
          "is_active",
          "down_rule",
          "queue_times_id",
          "themeparks_wiki_id")),
  RIDES(
      Set.of(
          "ride_id",
          "ride_key",
          "source_key",
          "park_id",
          "park_key",
          "name",
          "category",
          "land_area",
          "tier",
          "is_active",
          "queue_times_id",
          "themeparks_wiki_id")),
  SCHEDULES(Set.of("park_id", "park_key", "date", "opening_time", "closing_time", "type")),
  SNAPSHOTS(
      Set.of(
          "ride_id",
          "ride_key",
          "park_id",
          "park_key",
          "recorded_at",
          "status",
          "is_open",
          "wait_time",
          "interval_minutes"));

  private final Set<String> columns;

  ImportKind(Set<String> columns) {
    this.columns = columns;
  }

  Set<String> columns() {
    return columns;
  }

  /** By its name in a URL or on a command line, such as {@code parks}. */
  public static Optional<ImportKind> find(String name) {
    for (ImportKind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
