package app.marquee.predictions;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.LaunchConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Scores at each start what is due: marks that a stopped import has left, or every film when the
 * scoring or the target list is another than before. It holds nobody up: meanwhile the predictions
 * are the old ones, and they follow. Of several nodes that start at once the first scores, and the
 * others find nothing to do.
 */
@ApplicationScoped
class StartScoring {
  private static final Logger LOG = Logger.getLogger(StartScoring.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
  private static final Duration TRY_AGAIN_AT_LEAST_EVERY = Duration.ofMinutes(10);

  private final Scoring scoring;
  private final LaunchConfig launch;

  StartScoring(Scoring scoring, LaunchConfig launch) {
    this.scoring = scoring;
    this.launch = launch;
  }

  void onStart(@Observes StartupEvent start) {
    if (launch.serves()) {
      begin();
    }
  }

  private void begin() {
    scoring
        .run()
        .onFailure(DatabaseFailure::is)
        .invoke(failure -> LOG.warnf("films are not scored yet: %s", failure.getMessage()))
        .onFailure(DatabaseFailure::is)
        .retry()
        .withBackOff(TRY_AGAIN, TRY_AGAIN_AT_LEAST_EVERY)
        .indefinitely()
        .subscribe()
        .with(
            scored -> {
              if (scored) {
                LOG.info("films were scored at the start");
              }
            },
            failure -> LOG.error("the films cannot be scored", failure));
  }
}
