package app.marquee.views;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a feature publishes: its views, the source they are built from, and when time alone makes
 * them wrong.
 */
public interface Feature {

  /** The feature's name, also that of its row in {@code source_version}. */
  String name();

  List<View> views();

  /**
   * Binds every statement of the feature may name besides {@code now}, {@code period} and {@code
   * filter}.
   */
  default Map<String, Object> binds() {
    return Map.of();
  }

  /**
   * What the statement binds for this key alone, such as the weights of its profile; a change makes
   * exactly such keys stale. Asked often: it must not wait.
   */
  default Map<String, Object> binds(Key key) {
    return Map.of();
  }

  /**
   * The part of the source that a key's document is made of alone, such as its decade; null: all of
   * it. Changes that are known to have touched other parts leave the document as it is.
   */
  default String part(Key key) {
    return null;
  }

  /**
   * The instant before which facts belong to ended windows only, such as the start of the current
   * operating day: what changes after it leaves {@link View#settled} documents as they are. {@link
   * Instant#MAX} if nothing is ever settled.
   */
  default Uni<Instant> settledBefore(Instant now) {
    return Uni.createFrom().item(Instant.MAX);
  }

  /**
   * Whether facts that should have come have not, so that even a new build tells old news. Asked at
   * every read: from memory, without a query.
   */
  default boolean waitsForData() {
    return false;
  }

  /**
   * The first instant after {@code now} at which a document built at {@code now} changes its
   * meaning without new facts, such as the start of an operating day; {@link Instant#MAX} if there
   * is none.
   */
  default Uni<Instant> turnsAfter(Instant now) {
    return Uni.createFrom().item(Instant.MAX);
  }
}
