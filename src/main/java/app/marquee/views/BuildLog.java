package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One log line per build; what it says stands in fields of its own too, for logs in JSON. */
@ApplicationScoped
class BuildLog {
  private static final Logger LOG = Logger.getLogger("app.marquee.views.build");

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.OfABuild build) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("key", build.key().toString());
      fields.put("run_id", build.run());
      if (build instanceof ViewEvent.BuildPublished e && LOG.isInfoEnabled()) {
        fields.put("outcome", "published");
        fields.put("generation", e.generation());
        fields.put("build_ms", e.took().toMillis());
        fields.put("rows", e.rows());
        fields.put("bytes", e.bytes());
        with(
            fields,
            () ->
                LOG.infof(
                    "build of %s: %d rows, %d bytes, %d ms",
                    e.key(), e.rows(), e.bytes(), e.took().toMillis()));
      } else if (build instanceof ViewEvent.BuildFailed e) {
        fields.put("outcome", "failed");
        with(
            fields,
            () -> LOG.errorf("build of %s failed, the old one stays: %s", e.key(), e.message()));
      } else if (build instanceof ViewEvent.GateRejected e) {
        fields.put("outcome", "gate_rejected");
        with(
            fields,
            () ->
                LOG.errorf(
                    "gate rejected the build of %s, the old one stays: %s", e.key(), e.refusal()));
      }
    }
  }

  private static void with(Map<String, Object> fields, Runnable log) {
    fields.forEach(MDC::put);
    try {
      log.run();
    } finally {
      fields.keySet().forEach(MDC::remove);
    }
  }
}
