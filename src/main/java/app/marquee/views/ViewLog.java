package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Every wording of the engine in the log, but those of builds. */
@ApplicationScoped
class ViewLog {
  private static final Logger LOG = Logger.getLogger("app.marquee.views");

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.RunStarted e) {
      LOG.debugf("refresh run %d of %s started by %s", e.run(), e.scope(), e.trigger().word());
    } else if (event instanceof ViewEvent.RunEnded e) {
      LOG.infof(
          "refresh run %d of %s: %s, %d refreshed, %d confirmed, %d failed, %d ms",
          e.run(),
          e.scope(),
          e.status(),
          e.refreshed(),
          e.confirmed(),
          e.failed(),
          e.took().toMillis());
    } else if (event instanceof ViewEvent.GateOverruled e) {
      LOG.warnf("the build of %s was let through the gate on request: %s", e.key(), e.refusal());
    } else {
      logTrouble(event);
    }
  }

  private static void logTrouble(ViewEvent event) {
    if (event instanceof ViewEvent.PublishLost e) {
      LOG.warnf("refresh run %d of %s lost its lease and publishes nothing", e.run(), e.scope());
    } else if (event instanceof ViewEvent.RunCancelled e) {
      LOG.infof("refresh run %d is cancelled", e.run());
    } else if (event instanceof ViewEvent.RunBroken e) {
      LOG.errorf("refresh run %d of %s broke off: %s", e.run(), e.scope(), e.message());
    } else if (event instanceof ViewEvent.RunOrphaned e) {
      LOG.warnf(
          "refresh run %d of %s has no living holder; asking for it again", e.run(), e.scope());
    } else if (event instanceof ViewEvent.ReplicaPassedOver e) {
      LOG.warnf(
          "builds of %s read from the primary instead of the replica: %s", e.feature(), e.why());
    } else if (event instanceof ViewEvent.PollFailed e) {
      LOG.warnf("the database cannot be asked what is new: %s", e.message());
    }
  }
}
