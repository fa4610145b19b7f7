package app.marquee.proposals.metadata;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The providers' breakers, and from the start every way their calls can end, as meters. */
@ApplicationScoped
class MetadataMetrics {
  private static final List<String> PROVIDERS =
      List.of(ImdbapiProvider.NAME, OmdbProvider.NAME, TmdbProvider.NAME);

  private final MeterRegistry registry;
  private final Providers providers;
  private final UpstreamCalls calls;

  MetadataMetrics(MeterRegistry registry, Providers providers, UpstreamCalls calls) {
    this.registry = registry;
    this.providers = providers;
    this.calls = calls;
  }

  void onStart(@Observes StartupEvent start) {
    for (String provider : PROVIDERS) {
      Gauge.builder("marquee.proposals.metadata.breaker", () -> breaker(provider))
          .tags("provider", provider)
          .register(registry);
      Reply.WORDS.forEach(outcome -> calls.counter(provider, outcome));
    }
  }

  /** 0 closed, 1 half open, 2 open; NaN for one that is not configured. */
  private double breaker(String name) {
    return providers.chain().stream()
        .filter(provider -> provider.name().equals(name))
        .flatMap(provider -> provider.breaker().stream())
        .mapToDouble(MetadataMetrics::number)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double number(CircuitBreakerState state) {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }
}
