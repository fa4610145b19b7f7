package app.marquee.views;

/**
 * An order of a view's rows by one of their fields; nulls last in either direction, ties by rank.
 */
public record SortOrder(String field, boolean ascending) {

  public static SortOrder descending(String field) {
    return new SortOrder(field, false);
  }

  public static SortOrder ascending(String field) {
    return new SortOrder(field, true);
  }
}
