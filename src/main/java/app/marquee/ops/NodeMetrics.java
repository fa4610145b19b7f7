package app.marquee.ops;

import app.marquee.views.Announcements;
import app.marquee.views.Coherence;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this node stands, and which it is, as meters. */
@ApplicationScoped
class NodeMetrics {
  private final MeterRegistry registry;
  private final Announcements announcements;
  private final Coherence coherence;
  private final StartSequence start;
  private final EventStreams streams;
  private final String version;

  NodeMetrics(
      MeterRegistry registry,
      Announcements announcements,
      Coherence coherence,
      StartSequence start,
      EventStreams streams,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.registry = registry;
    this.announcements = announcements;
    this.coherence = coherence;
    this.start = start;
    this.streams = streams;
    this.version = version;
  }

  void onStart(@Observes StartupEvent start) {
    Gauge.builder("marquee.build.info", () -> 1).tags("version", version).register(registry);
    Gauge.builder("marquee.ready", () -> this.start.done() ? 1 : 0).register(registry);
    Gauge.builder("marquee.listener.connected", this::listener).register(registry);
    Gauge.builder("marquee.views.poll.age", this::pollAge).baseUnit("seconds").register(registry);
    Gauge.builder("marquee.event.streams", streams, EventStreams::count).register(registry);
  }

  private double listener() {
    return announcements.connected().map(stands -> stands ? 1.0 : 0.0).orElse(Double.NaN);
  }

  private double pollAge() {
    return coherence.sinceLastPoll().map(since -> since.toMillis() / 1000.0).orElse(Double.NaN);
  }
}
