package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/** One log line per build; what it says stands in fields of its own too, for logs in JSON. */
@ApplicationScoped
class BuildLog {
  private static final Logger LOG = Logger.getLogger("app.marquee.views.build");

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.BuildPublished e) {
      published(e);
    } else if (event instanceof ViewEvent.BuildFailed e) {
      log(
          Level.ERROR,
          e,
          "failed",
          Map.of(),
          "build of %s failed, the old one stays: %s".formatted(e.key(), e.message()));
    } else if (event instanceof ViewEvent.GateRejected e) {
      log(
          Level.ERROR,
          e,
          "gate_rejected",
          Map.of(),
          "gate rejected the build of %s, the old one stays: %s".formatted(e.key(), e.refusal()));
    }
  }

  private static void published(ViewEvent.BuildPublished e) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    long millis = e.took().toMillis();
    log(
        Level.INFO,
        e,
        "published",
        Map.of(
            "generation", e.generation(),
            "build_ms", millis,
            "rows", e.rows(),
            "bytes", e.bytes()),
        "build of %s: %d rows, %d bytes, %d ms".formatted(e.key(), e.rows(), e.bytes(), millis));
  }

  // A build belongs to no request, so its fields are put on the line and not on the context.
  private static void log(
      Level level,
      ViewEvent.OfABuild build,
      String outcome,
      Map<String, Object> fields,
      String message) {
    ExtLogRecord line =
        new ExtLogRecord(
            level, message, ExtLogRecord.FormatStyle.NO_FORMAT, BuildLog.class.getName());
    line.setLoggerName(LOG.getName());
    line.putMdc("key", build.key().toString());
    line.putMdc("run_id", String.valueOf(build.run()));
    line.putMdc("outcome", outcome);
    fields.forEach((name, value) -> line.putMdc(name, String.valueOf(value)));
    LOG.logRaw(line);
  }
}
