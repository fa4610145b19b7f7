package app.marquee.parks.collect;

import app.marquee.parks.collect.CycleReport.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** The log lines of the collectors: a cycle in which something failed has one. */
@ApplicationScoped
class CollectLog {
  private static final Logger LOG = Logger.getLogger("app.marquee.parks.collect");

  void on(@Observes CycleEnded cycle) {
    CycleReport report = cycle.report();
    if (!report.failures().isEmpty()) {
      Failure first = report.failures().get(0);
      LOG.warnf(
          "cycle of %s: %s, %d of %d parks failed, the first one: %s (%s)",
          cycle.provider().word(),
          report.status(),
          report.failed(),
          report.total(),
          first.message(),
          first.reason().word());
    }
  }

  static void defect(String park, Throwable failure) {
    LOG.errorf(failure, "a defect while collecting %s", park);
  }

  static void noCycle(String provider, Throwable failure) {
    LOG.warnf("no cycle of %s: %s", provider, failure.getMessage());
  }
}
