package app.marquee.proposals.metadata;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Carries out an order: claims films batch by batch, asks the providers for them and writes what
 * they told. Any number of nodes may do so at once; no film is asked for twice.
 */
@Singleton
class MetadataRefresh {
  private final MetadataStore store;
  private final Chain chain;
  private final MetadataConfig config;
  private final Clock clock;

  MetadataRefresh(MetadataStore store, Chain chain, MetadataConfig config, Clock clock) {
    this.store = store;
    this.chain = chain;
    this.config = config;
    this.clock = clock;
  }

  /** Errors: those of our own database; what a provider does is in the report. */
  Uni<RefreshReport> run(RefreshOrder order) {
    return Uni.createFrom().deferred(() -> begin(order));
  }

  private Uni<RefreshReport> begin(RefreshOrder order) {
    RefreshTally tally = new RefreshTally();
    Instant began = clock.instant();
    if (order.dryRun()) {
      return store.count(order, began).invoke(tally::select).map(wanted -> tally.report());
    }
    return Uni.createFrom()
        .deferred(() -> step(order, began, tally))
        .repeat()
        .whilst(more -> more)
        .collect()
        .last()
        .map(done -> tally.report());
  }

  /** Whether there may be more to do. */
  private Uni<Boolean> step(RefreshOrder order, Instant began, RefreshTally tally) {
    int most = Math.min(config.batch(), order.limit() - tally.selected());
    if (most <= 0) {
      return Uni.createFrom().item(false);
    }
    return store
        .claim(order, began, most)
        .chain(
            claim ->
                claim.failures().isEmpty()
                    ? Uni.createFrom().item(false)
                    : ask(claim, tally).replaceWith(claim.failures().size() == most));
  }

  private Uni<Map<String, Boolean>> ask(MetadataStore.Claim claim, RefreshTally tally) {
    tally.select(claim.failures().size());
    return chain
        .ask(claim.ids())
        .chain(
            verdicts ->
                store.write(claim, verdicts).invoke(changes -> tally.add(verdicts, changes)));
  }
}
