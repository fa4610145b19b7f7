package app.marquee.views;

/**
 * The identity of one document: a view with its canonical arguments, written {@code
 * view_period_filter}.
 *
 * <p>Made by {@link View#key} only, from values the view declares; {@code filter} is null for a
 * view without one.
 */
public record Key(String view, String period, String filter) {

  @Override
  public String toString() {
    return filter == null ? view + "_" + period : view + "_" + period + "_" + filter;
  }
}
