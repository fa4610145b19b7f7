package app.marquee.ops;

import app.marquee.db.ReplayClock;
import app.marquee.views.Catalog;
import app.marquee.views.EndedRun;
import app.marquee.views.Feature;
import app.marquee.views.KeyReport;
import app.marquee.views.Triggers;
import app.marquee.views.ViewIndex;
import app.marquee.views.ViewMemory;
import app.marquee.views.ViewTraffic;
import app.marquee.views.ViewsConfig;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * How fresh everything is, from this node's memory: what {@code cache-status} and the command
 * {@code status} tell.
 */
@ApplicationScoped
class CacheReport {
  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final ViewMemory memory;
  private final ViewTraffic traffic;
  private final KeyReport report;
  private final Triggers triggers;
  private final ReplayClock replay;
  private final Clock clock;

  CacheReport(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      ViewMemory memory,
      ViewTraffic traffic,
      KeyReport report,
      Triggers triggers,
      ReplayClock replay,
      Clock clock) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.memory = memory;
    this.traffic = traffic;
    this.report = report;
    this.triggers = triggers;
    this.replay = replay;
    this.clock = clock;
  }

  /** How many keys of a feature are in which state. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FeatureCounts(
      String name, int totalViews, int freshViews, int staleViews, int missingViews) {}

  /** Which time it is for this service; {@code replay} unless that is the real one. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Time(Instant now, boolean replay) {}

  /** Counts and times of the whole; {@code views} is left out on request. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CacheStatus(
      Time clock,
      boolean cacheEnabled,
      Refreshing refreshing,
      int totalViews,
      int freshViews,
      int staleViews,
      int missingViews,
      Instant lastRefresh,
      Integer lastRefreshDurationMs,
      String lastRefreshStatus,
      Instant nextRefresh,
      Double hitRate,
      long hits,
      long misses,
      long memoryBytes,
      List<FeatureCounts> features,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<KeyReport.Line> views) {}

  CacheStatus status(boolean detail) {
    return status(detail, any -> true);
  }

  /** The same of some features alone; runs are everybody's. */
  CacheStatus status(boolean detail, Predicate<Feature> wanted) {
    List<FeatureCounts> features =
        catalog.features().stream().filter(wanted).map(this::counts).toList();
    EndedRun last = index.lastRun().orElse(null);
    long hits = traffic.hits();
    long misses = traffic.misses();
    return new CacheStatus(
        new Time(clock.instant(), replay.from().isPresent()),
        config.enabled(),
        Refreshing.of(index.refreshingPause()),
        features.stream().mapToInt(FeatureCounts::totalViews).sum(),
        features.stream().mapToInt(FeatureCounts::freshViews).sum(),
        features.stream().mapToInt(FeatureCounts::staleViews).sum(),
        features.stream().mapToInt(FeatureCounts::missingViews).sum(),
        last == null ? null : last.completedAt(),
        last == null ? null : last.totalTimeMs(),
        last == null ? null : last.status(),
        triggers.nextScheduled(),
        hits + misses == 0 ? null : Math.round(10_000.0 * hits / (hits + misses)) / 10_000.0,
        hits,
        misses,
        memory.bytes(),
        features,
        detail ? lines(wanted) : null);
  }

  private List<KeyReport.Line> lines(Predicate<Feature> wanted) {
    return catalog.keys().stream()
        .filter(key -> wanted.test(catalog.feature(key)))
        .map(report::of)
        .toList();
  }

  private FeatureCounts counts(Feature feature) {
    List<String> states =
        catalog.keysOf(feature).stream().map(key -> report.of(key).state()).toList();
    return new FeatureCounts(
        feature.name(),
        states.size(),
        count(states, "fresh"),
        count(states, "stale"),
        count(states, "missing"));
  }

  private static int count(List<String> states, String state) {
    return (int) states.stream().filter(state::equals).count();
  }
}
