package app.marquee.ops;

import app.marquee.views.Catalog;
import app.marquee.views.Feature;
import app.marquee.views.KeyReport;
import app.marquee.views.View;
import app.marquee.views.ViewEvent;
import app.marquee.views.ViewMemory;
import app.marquee.views.ViewTraffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/** The engine's facts as meters; every name of one stands here. */
@ApplicationScoped
class ViewMetrics {
  private final MeterRegistry registry;
  private final Catalog catalog;
  private final KeyReport report;
  private final ViewTraffic traffic;
  private final ViewMemory memory;
  private final EventStreams streams;

  ViewMetrics(
      MeterRegistry registry,
      Catalog catalog,
      KeyReport report,
      ViewTraffic traffic,
      ViewMemory memory,
      EventStreams streams) {
    this.registry = registry;
    this.catalog = catalog;
    this.report = report;
    this.traffic = traffic;
    this.memory = memory;
    this.streams = streams;
  }

  void onStart(@Observes StartupEvent start) {
    FunctionCounter.builder("marquee.views.hits", traffic, ViewTraffic::hits).register(registry);
    FunctionCounter.builder("marquee.views.misses", traffic, ViewTraffic::misses)
        .register(registry);
    FunctionCounter.builder("marquee.views.not.modified", traffic, ViewTraffic::notModifiedCount)
        .register(registry);
    Gauge.builder("marquee.views.memory", memory, ViewMemory::bytes)
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("marquee.event.streams", streams, EventStreams::count).register(registry);
    for (Feature feature : catalog.features()) {
      for (String state : new String[] {"fresh", "stale", "missing"}) {
        Gauge.builder("marquee.views.keys", () -> keys(feature, state))
            .tags("feature", feature.name(), "state", state)
            .register(registry);
      }
      feature.views().forEach(this::registerAge);
    }
  }

  private long keys(Feature feature, String state) {
    return catalog.keysOf(feature).stream()
        .filter(key -> report.of(key).state().equals(state))
        .count();
  }

  /** The oldest key of a view against its first bound: above 1 it is stale. */
  private void registerAge(View view) {
    Gauge.builder("marquee.views.age.seconds", () -> oldest(view))
        .tags("view", view.name())
        .register(registry);
    Gauge.builder("marquee.views.fresh.for.seconds", () -> view.freshness().freshFor().toSeconds())
        .tags("view", view.name())
        .register(registry);
  }

  private double oldest(View view) {
    return view.keys().stream()
        .map(key -> report.of(key).ageSeconds())
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .max()
        .orElse(-1);
  }

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.BuildPublished e) {
      Timer.builder("marquee.views.build")
          .publishPercentileHistogram()
          .tags("view", e.key().view())
          .register(registry)
          .record(e.took());
    } else if (event instanceof ViewEvent.RunEnded e) {
      Timer.builder("marquee.views.run")
          .tags("status", e.status(), "scope", e.scope().kind().word())
          .register(registry)
          .record(e.took());
    } else if (event instanceof ViewEvent.GateRejected e) {
      registry.counter("marquee.views.gate.rejections", "view", e.key().view()).increment();
    } else if (event instanceof ViewEvent.BuildFailed e) {
      registry.counter("marquee.views.build.failures", "view", e.key().view()).increment();
    } else if (event instanceof ViewEvent.PublishLost) {
      registry.counter("marquee.views.publishes.lost").increment();
    } else if (event instanceof ViewEvent.RunOrphaned) {
      registry.counter("marquee.views.runs.orphaned").increment();
    } else if (event instanceof ViewEvent.ReplicaPassedOver e) {
      registry.counter("marquee.replica.passed.over", "feature", e.feature()).increment();
    } else if (event instanceof ViewEvent.PollFailed) {
      registry.counter("marquee.views.poll.failures").increment();
    }
  }
}
