package app.marquee.views;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.function.Function;

/**
 * Learns once all that builds are judged by: what is published, which days have turned, who is
 * silent. For a process that does not poll; afterwards {@link KeyReport} tells what a service would
 * tell.
 */
@ApplicationScoped
public class Survey {
  private final Coherence coherence;
  private final Catalog catalog;
  private final Turns turns;
  private final Instance<Lookout> lookouts;

  Survey(Coherence coherence, Catalog catalog, Turns turns, @Any Instance<Lookout> lookouts) {
    this.coherence = coherence;
    this.catalog = catalog;
    this.turns = turns;
    this.lookouts = lookouts;
  }

  /** Errors: those of the database. */
  public Uni<Void> take() {
    return coherence
        .poll()
        .chain(() -> each(List.copyOf(catalog.features()), turns::advance))
        .chain(() -> each(lookouts.stream().toList(), Lookout::look));
  }

  private static <T> Uni<Void> each(List<T> all, Function<T, Uni<?>> step) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(one -> step.apply(one).replaceWithVoid())
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
