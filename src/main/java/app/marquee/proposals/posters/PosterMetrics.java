package app.marquee.proposals.posters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** The posters, as meters; every name of one stands here. */
@ApplicationScoped
class PosterMetrics {
  private final MeterRegistry registry;

  PosterMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void onStart(@Observes StartupEvent start) {
    for (PosterAttempted.Outcome outcome : PosterAttempted.Outcome.values()) {
      downloads(outcome);
    }
    bytes();
    placeholders();
  }

  void on(@Observes PosterAttempted attempt) {
    downloads(attempt.outcome()).increment();
    bytes().increment(attempt.bytes());
  }

  void placeholderServed() {
    placeholders().increment();
  }

  private Counter downloads(PosterAttempted.Outcome outcome) {
    return registry.counter(
        "marquee.posters.downloads", "outcome", outcome.name().toLowerCase(Locale.ROOT));
  }

  private Counter bytes() {
    return registry.counter("marquee.posters.downloaded.bytes");
  }

  private Counter placeholders() {
    return registry.counter("marquee.posters.placeholders");
  }
}
