package app.marquee.views;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The identity of one document: a view with its canonical arguments, written {@code
 * view_period_filter}.
 *
 * <p>Made by {@link View#key} only, from values the view declares; {@code period} and {@code
 * filter} are null for a view without one, and where a view has a document per entity, {@code
 * filter} is its id.
 */
public record Key(String view, String period, String filter) {

  @Override
  public String toString() {
    return Stream.of(view, period, filter)
        .filter(part -> part != null)
        .collect(Collectors.joining("_"));
  }
}
