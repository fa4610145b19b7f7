package app.marquee.parks.collect;

import app.marquee.parks.Provider;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What the collectors do, as meters; every name of one stands here. */
@ApplicationScoped
class CollectMetrics {
  private final MeterRegistry registry;
  private final Sources sources;
  private final DeliveryWatch watch;

  CollectMetrics(MeterRegistry registry, Sources sources, DeliveryWatch watch) {
    this.registry = registry;
    this.sources = sources;
    this.watch = watch;
  }

  void onStart(@Observes StartupEvent start) {
    for (Provider provider : sources.configured()) {
      Gauge.builder("marquee.parks.collect.silence", () -> watch.silence(provider).toSeconds())
          .baseUnit("seconds")
          .tags("provider", provider.word())
          .register(registry);
    }
  }

  void on(@Observes CycleEnded cycle) {
    String provider = cycle.provider().word();
    CycleReport report = cycle.report();
    registry
        .counter("marquee.parks.collect.cycles", "provider", provider, "status", report.status())
        .increment();
    registry.timer("marquee.parks.collect.cycle", "provider", provider).record(cycle.took());
    report
        .failures()
        .forEach(
            failure ->
                registry
                    .counter(
                        "marquee.parks.collect.park.failures",
                        "provider",
                        provider,
                        "reason",
                        failure.reason().word())
                    .increment());
  }
}
