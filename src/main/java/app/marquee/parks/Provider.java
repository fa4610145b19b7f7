package app.marquee.parks;

import java.util.HashMap;
import java.util.Map;

/** Who tells of parks and rides, each by ids of its own. */
public enum Provider {
  THEMEPARKS_WIKI("themeparks-wiki", "themeparks_wiki_id"),
  QUEUE_TIMES("queue-times", "queue_times_id");

  private final String word;
  private final String idColumn;

  Provider(String word, String idColumn) {
    this.word = word;
    this.idColumn = idColumn;
  }

  /** The word in settings, metrics and tables. */
  public String word() {
    return word;
  }

  /** The column of parks and rides that holds its ids. */
  String idColumn() {
    return idColumn;
  }

  /** The key of what this provider was the first to name. */
  String sourceKey(String id) {
    return word + ":" + id;
  }

  /** For {@code find_provided_park.sql}. */
  Map<String, Object> binds(String ref) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("queue_times_id", this == QUEUE_TIMES ? Long.valueOf(ref) : null);
    binds.put("themeparks_wiki_id", this == THEMEPARKS_WIKI ? ref : null);
    return binds;
  }
}
