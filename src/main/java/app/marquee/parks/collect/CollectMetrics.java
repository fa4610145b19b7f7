package app.marquee.parks.collect;

import app.marquee.parks.Provider;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * What the collectors do, as meters; every name of one stands here. Each is there from the start,
 * for every provider; one that is not configured has no silence.
 */
@ApplicationScoped
class CollectMetrics {
  private static final List<String> STATUSES = List.of("success", "partial", "failed");

  private final MeterRegistry registry;
  private final Sources sources;
  private final DeliveryWatch watch;

  CollectMetrics(MeterRegistry registry, Sources sources, DeliveryWatch watch) {
    this.registry = registry;
    this.sources = sources;
    this.watch = watch;
  }

  void onStart(@Observes StartupEvent start) {
    Gauge.builder("marquee.parks.collect.expected.every", () -> watch.expectedEvery().toSeconds())
        .baseUnit("seconds")
        .register(registry);
    for (Provider provider : Provider.values()) {
      Gauge.builder("marquee.parks.collect.silence", () -> silence(provider))
          .baseUnit("seconds")
          .tags("provider", provider.word())
          .register(registry);
      STATUSES.forEach(status -> cycles(provider, status));
      time(provider);
      for (FailureReason reason : FailureReason.values()) {
        failures(provider, reason);
      }
    }
  }

  private double silence(Provider provider) {
    return sources.configured().contains(provider)
        ? watch.silence(provider).toSeconds()
        : Double.NaN;
  }

  void on(@Observes CycleEnded cycle) {
    cycles(cycle.provider(), cycle.report().status()).increment();
    time(cycle.provider()).record(cycle.took());
    cycle
        .report()
        .failures()
        .forEach(failure -> failures(cycle.provider(), failure.reason()).increment());
  }

  private Counter cycles(Provider provider, String status) {
    return registry.counter(
        "marquee.parks.collect.cycles", "provider", provider.word(), "status", status);
  }

  private Timer time(Provider provider) {
    return registry.timer("marquee.parks.collect.cycle", "provider", provider.word());
  }

  private Counter failures(Provider provider, FailureReason reason) {
    return registry.counter(
        "marquee.parks.collect.park.failures",
        "provider",
        provider.word(),
        "reason",
        reason.word());
  }
}
