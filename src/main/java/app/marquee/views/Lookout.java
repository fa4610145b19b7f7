package app.marquee.views;

import io.smallrye.mutiny.Uni;

/**
 * Something builds are judged by besides the engine's own tables, such as when a provider last
 * delivered. A service looks on a schedule of its own; a process without one looks by {@link
 * Survey}.
 */
public interface Lookout {
  Uni<Void> look();
}
