package app.marquee.proposals.metadata;

import app.marquee.db.DatabaseFailure;
import app.marquee.proposals.FilmProposed;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Starts refreshes: of a film that was proposed, of what is due, and now and then of everything.
 */
@ApplicationScoped
class MetadataSchedule {
  private static final Logger LOG = Logger.getLogger(MetadataSchedule.class);

  private final MetadataRefresh refresh;
  private final MetadataStore store;
  private final MetadataConfig config;

  MetadataSchedule(MetadataRefresh refresh, MetadataStore store, MetadataConfig config) {
    this.refresh = refresh;
    this.store = store;
    this.config = config;
  }

  /** In the background: whoever proposed the film waits for nobody. */
  void onProposed(@Observes FilmProposed film) {
    tolerant(refresh.run(RefreshOrder.due(film.imdbId())))
        .subscribe()
        .with(done -> {}, failure -> LOG.error("a proposed film is not asked for", failure));
  }

  @Scheduled(
      every = "{marquee.proposals.metadata.due-every}",
      delayed = "{marquee.proposals.metadata.due-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refreshDue() {
    return tolerant(refresh.run(RefreshOrder.due(config.dueAtMost())));
  }

  @Scheduled(
      every = "{marquee.proposals.metadata.sweep-every}",
      delayed = "{marquee.proposals.metadata.sweep-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return tolerant(store.ensure().chain(() -> refresh.run(RefreshOrder.due(RefreshOrder.MOST))));
  }

  // The next look finds what this one has left.
  private static Uni<Void> tolerant(Uni<RefreshReport> work) {
    return work.replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .invoke(failure -> LOG.warnf("no metadata is refreshed now: %s", failure.getMessage()))
        .onFailure(DatabaseFailure::is)
        .recoverWithNull();
  }
}
