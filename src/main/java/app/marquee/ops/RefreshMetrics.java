package app.marquee.ops;

import app.marquee.views.Catalog;
import app.marquee.views.OpenRun;
import app.marquee.views.Runs;
import app.marquee.views.Scope;
import app.marquee.views.View;
import app.marquee.views.ViewEvent;
import app.marquee.views.ViewIndex;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * What refreshing does, as meters. Each is there with 0 from the start: a counter that first
 * appears with its first event has not risen, and no alert would see it.
 */
@ApplicationScoped
class RefreshMetrics {
  private static final List<String> ENDS = List.of("success", "partial", "failed", "cancelled");
  private static final Duration[] BUILD_TIMES = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(20),
    Duration.ofSeconds(60)
  };

  private final MeterRegistry registry;
  private final Catalog catalog;
  private final ViewIndex index;
  private final Runs runs;

  RefreshMetrics(MeterRegistry registry, Catalog catalog, ViewIndex index, Runs runs) {
    this.registry = registry;
    this.catalog = catalog;
    this.index = index;
    this.runs = runs;
  }

  void onStart(@Observes StartupEvent start) {
    catalog.views().stream()
        .filter(view -> !view.onDemand())
        .map(View::name)
        .forEach(
            view -> {
              buildTime(view);
              rejections(view);
              failures(view);
            });
    for (Scope.Kind scope : Scope.Kind.values()) {
      ENDS.forEach(status -> runTime(status, scope));
    }
    List.of("lost", "orphaned").forEach(this::leases);
    catalog.features().forEach(feature -> passedOver(feature.name()));
    pollFailures();
    Gauge.builder("marquee.views.leases.held", runs, Runs::held).register(registry);
    Gauge.builder("marquee.views.runs", () -> open(true))
        .tags("state", "queued")
        .register(registry);
    Gauge.builder("marquee.views.runs", () -> open(false))
        .tags("state", "running")
        .register(registry);
    Gauge.builder("marquee.views.run.elapsed", this::longest)
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder(
            "marquee.views.refreshing.paused", () -> index.refreshingPause().isPresent() ? 1 : 0)
        .register(registry);
  }

  private long open(boolean queued) {
    return index.openRuns().stream().filter(run -> run.queued() == queued).count();
  }

  private long longest() {
    return index.openRuns().stream()
        .filter(run -> !run.queued())
        .mapToLong(OpenRun::elapsedSeconds)
        .max()
        .orElse(0);
  }

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.BuildPublished e) {
      buildTime(e.key().view()).record(e.took());
    } else if (event instanceof ViewEvent.RunEnded e) {
      runTime(e.status(), e.scope().kind()).record(e.took());
    } else if (event instanceof ViewEvent.GateRejected e) {
      rejections(e.key().view()).increment();
    } else if (event instanceof ViewEvent.BuildFailed e) {
      failures(e.key().view()).increment();
    } else if (event instanceof ViewEvent.PublishLost) {
      leases("lost").increment();
    } else if (event instanceof ViewEvent.RunOrphaned) {
      leases("orphaned").increment();
    } else if (event instanceof ViewEvent.ReplicaPassedOver e) {
      passedOver(e.feature()).increment();
    } else if (event instanceof ViewEvent.PollFailed) {
      pollFailures().increment();
    }
  }

  private Timer buildTime(String view) {
    return Timer.builder("marquee.views.build")
        .serviceLevelObjectives(BUILD_TIMES)
        .tags("view", view)
        .register(registry);
  }

  private Timer runTime(String status, Scope.Kind scope) {
    return Timer.builder("marquee.views.run")
        .tags("status", status, "scope", scope.word())
        .register(registry);
  }

  private Counter rejections(String view) {
    return registry.counter("marquee.views.gate.rejections", "view", view);
  }

  private Counter failures(String view) {
    return registry.counter("marquee.views.build.failures", "view", view);
  }

  private Counter leases(String how) {
    return registry.counter("marquee.views.leases.ended.early", "how", how);
  }

  private Counter passedOver(String feature) {
    return registry.counter("marquee.replica.passed.over", "feature", feature);
  }

  private Counter pollFailures() {
    return registry.counter("marquee.views.poll.failures");
  }
}
