package app.marquee.proposals.posters;

import app.marquee.db.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** The log lines of the posters: one that did not come has one. */
@ApplicationScoped
class PosterLog {
  private static final Logger LOG = Logger.getLogger("app.marquee.proposals.posters");

  void on(@Observes PosterAttempted attempt) {
    if (attempt.outcome() != PosterAttempted.Outcome.OK) {
      LOG.infof("no poster of %s: %s (%s)", attempt.imdbId(), attempt.why(), attempt.outcome());
    }
  }

  static void broken(String imdbId, Throwable failure) {
    if (DatabaseFailure.is(failure)) {
      LOG.warnf("no poster of %s: the database: %s", imdbId, failure.getMessage());
    } else {
      LOG.errorf(failure, "a defect while fetching the poster of %s", imdbId);
    }
  }

  static void pruned(int aged, int oversized) {
    LOG.infof("posters pruned: %d by age, %d by size", aged, oversized);
  }

  static void notPruned(Throwable failure) {
    LOG.warnf("posters not pruned: %s", failure.getMessage());
  }
}
