package app.marquee.parks.collect;

import app.marquee.db.DatabaseFailure;
import app.marquee.parks.Provider;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts cycles; of each provider one at a time, so that a slow one does not hold up the other. */
@ApplicationScoped
class CollectSchedule {
  private final Sources sources;
  private final Collector collector;

  CollectSchedule(Sources sources, Collector collector) {
    this.sources = sources;
    this.collector = collector;
  }

  @Scheduled(
      every = "{marquee.parks.collect.claim-every}",
      delayed = "{marquee.parks.collect.claim-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> collectWiki() {
    return collect(Provider.THEMEPARKS_WIKI);
  }

  @Scheduled(
      every = "{marquee.parks.collect.claim-every}",
      delayed = "{marquee.parks.collect.claim-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> collectQueueTimes() {
    return collect(Provider.QUEUE_TIMES);
  }

  private Uni<Void> collect(Provider provider) {
    if (!sources.configured().contains(provider)) {
      return Uni.createFrom().voidItem();
    }
    return collector
        .collect(provider)
        .replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .invoke(failure -> CollectLog.noCycle(provider.word(), failure))
        .onFailure(DatabaseFailure::is)
        .recoverWithNull();
  }
}
