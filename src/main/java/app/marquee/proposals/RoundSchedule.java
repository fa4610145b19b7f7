package app.marquee.proposals;

import app.marquee.db.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Closes rounds when their time is up. */
@ApplicationScoped
class RoundSchedule {
  private static final Logger LOG = Logger.getLogger(RoundSchedule.class);

  private final RoundClosing closing;

  RoundSchedule(RoundClosing closing) {
    this.closing = closing;
  }

  @Scheduled(
      every = "{marquee.proposals.close-due-every}",
      delayed = "{marquee.proposals.close-due-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> closeDue() {
    return closing
        .closeDue()
        .onFailure(DatabaseFailure::is)
        .invoke(failure -> LOG.warnf("no round could be closed: %s", failure.getMessage()))
        .onFailure(DatabaseFailure::is)
        .recoverWithNull();
  }
}
