package app.marquee.ops;

import app.marquee.views.Pruning;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Prunes once a night. Every node does: what one has deleted, the next does not find. */
@ApplicationScoped
class PruneSchedule {
  private static final Logger LOG = Logger.getLogger(PruneSchedule.class);

  private final Pruning pruning;

  PruneSchedule(Pruning pruning) {
    this.pruning = pruning;
  }

  @Scheduled(cron = "{marquee.prune-at}", timeZone = "UTC")
  Uni<Void> prune() {
    return pruning
        .run(false)
        .invoke(outcomes -> outcomes.forEach(PruneSchedule::tell))
        .replaceWithVoid();
  }

  private static void tell(Pruning.Outcome outcome) {
    if (outcome.failed()) {
      LOG.warnf("%s were not pruned: %s", outcome.what(), outcome.failure());
    } else if (outcome.count() > 0) {
      LOG.infof("pruned %d %s", outcome.count(), outcome.what());
    }
  }
}
