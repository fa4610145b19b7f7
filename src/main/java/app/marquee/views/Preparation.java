package app.marquee.views;

import io.smallrye.mutiny.Uni;

/**
 * Work a feature does at each start before the first refresh, such as filling in facts that are
 * missing.
 */
public interface Preparation {
  Uni<Void> prepare();
}
