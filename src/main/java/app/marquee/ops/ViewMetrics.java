package app.marquee.ops;

import app.marquee.views.Catalog;
import app.marquee.views.Feature;
import app.marquee.views.View;
import app.marquee.views.ViewFigures;
import app.marquee.views.ViewFigures.OfFeature;
import app.marquee.views.ViewMemory;
import app.marquee.views.ViewTraffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What is served and how old it is, as meters read from memory when somebody asks: a hit does
 * nothing for them but count itself.
 */
@ApplicationScoped
class ViewMetrics {
  private static final String SECONDS = "seconds";
  private static final String BYTES = "bytes";

  private final MeterRegistry registry;
  private final Catalog catalog;
  private final ViewFigures figures;
  private final ViewTraffic traffic;
  private final ViewMemory memory;

  ViewMetrics(
      MeterRegistry registry,
      Catalog catalog,
      ViewFigures figures,
      ViewTraffic traffic,
      ViewMemory memory) {
    this.registry = registry;
    this.catalog = catalog;
    this.figures = figures;
    this.traffic = traffic;
    this.memory = memory;
  }

  void onStart(@Observes StartupEvent start) {
    FunctionCounter.builder("marquee.views.hits", traffic, ViewTraffic::hits).register(registry);
    FunctionCounter.builder("marquee.views.misses", traffic, ViewTraffic::misses)
        .register(registry);
    FunctionCounter.builder("marquee.views.not.modified", traffic, ViewTraffic::notModifiedCount)
        .register(registry);
    gauge("marquee.views.memory", BYTES, Tags.empty(), memory::bytes);
    gauge("marquee.views.memory.max", BYTES, Tags.empty(), memory::maxBytes);
    catalog.features().forEach(this::register);
    catalog.views().stream().filter(view -> !view.onDemand()).forEach(this::register);
  }

  private void register(Feature feature) {
    Supplier<OfFeature> now = () -> figures.of(feature);
    Tags tags = Tags.of("feature", feature.name());
    String keys = "marquee.views.keys";
    gauge(keys, null, tags.and("state", "fresh"), () -> now.get().fresh());
    gauge(keys, null, tags.and("state", "stale"), () -> now.get().stale());
    gauge(keys, null, tags.and("state", "missing"), () -> now.get().missing());
    gauge("marquee.views.due.keys", null, tags, () -> now.get().due());
    gauge("marquee.views.due.age", SECONDS, tags, () -> now.get().dueSeconds());
    gauge("marquee.views.facts.age", SECONDS, tags, () -> now.get().factsAgeSeconds());
    gauge("marquee.views.published.timestamp", SECONDS, tags, () -> now.get().publishedAt());
  }

  /** Its age, and the three bounds the age is judged by; a bound of for ever is infinite. */
  private void register(View view) {
    Tags tags = Tags.of("view", view.name());
    Duration last = view.freshness().staleIfError();
    double lastSeconds = last == null ? Double.POSITIVE_INFINITY : last.toSeconds();
    long staleSeconds = view.freshness().staleWhileRevalidate().toSeconds();
    gauge("marquee.views.age", SECONDS, tags, () -> figures.of(view).ageSeconds());
    gauge("marquee.views.fresh.for", SECONDS, tags, () -> view.freshness().freshFor().toSeconds());
    gauge("marquee.views.stale.while.revalidate", SECONDS, tags, () -> staleSeconds);
    gauge("marquee.views.stale.if.error", SECONDS, tags, () -> lastSeconds);
    gauge("marquee.views.rows", null, tags, () -> figures.of(view).rows());
    gauge("marquee.views.size", BYTES, tags, () -> figures.of(view).bytes());
  }

  private void gauge(String name, String unit, Tags tags, Supplier<Number> value) {
    Gauge.builder(name, value).baseUnit(unit).tags(tags).register(registry);
  }
}
