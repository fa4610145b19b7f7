package app.marquee.proposals.posters;

import io.micrometer.core.instrument.MeterRegistry;
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

  void on(@Observes PosterAttempted attempt) {
    String outcome = attempt.outcome().name().toLowerCase(Locale.ROOT);
    registry.counter("marquee.posters.downloads", "outcome", outcome).increment();
    registry.counter("marquee.posters.downloaded.bytes").increment(attempt.bytes());
  }

  void placeholderServed() {
    registry.counter("marquee.posters.placeholders").increment();
  }
}
