package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of every view and feature, from memory. Counted for all at once and at most once a
 * second, so that many gauges cost what one does.
 */
@ApplicationScoped
public class ViewFigures {
  private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

  private final Catalog catalog;
  private final ViewIndex index;
  private final Judge judge;
  private final DatabaseTime time;
  private final Clock clock;
  private volatile Counted counted =
      new Counted(System.nanoTime() - KEPT_NANOS, Map.of(), Map.of());

  ViewFigures(Catalog catalog, ViewIndex index, Judge judge, DatabaseTime time, Clock clock) {
    this.catalog = catalog;
    this.index = index;
    this.judge = judge;
    this.time = time;
    this.clock = clock;
  }

  /**
   * The builds of one view, as served now.
   *
   * @param ageSeconds of the oldest; NaN without any
   */
  public record OfView(double ageSeconds, long rows, long bytes) {
    static final OfView NONE = new OfView(Double.NaN, 0, 0);
  }

  /**
   * The keys of one feature.
   *
   * @param due keys whose build, if there is one, was made before the newest change of facts
   * @param dueSeconds since the oldest change one of them lacks; 0 if none does
   * @param factsAgeSeconds from the newest fact to this node's clock; NaN without any
   * @param publishedAt when a key was last known to be right, in seconds of the epoch; NaN before
   *     the first publish
   */
  public record OfFeature(
      int fresh,
      int stale,
      int missing,
      int due,
      double dueSeconds,
      double factsAgeSeconds,
      double publishedAt) {
    static final OfFeature NONE = new OfFeature(0, 0, 0, 0, 0, Double.NaN, Double.NaN);
  }

  private record Counted(long nanos, Map<String, OfView> views, Map<String, OfFeature> features) {}

  public OfView of(View view) {
    return counted().views().getOrDefault(view.name(), OfView.NONE);
  }

  public OfFeature of(Feature feature) {
    return counted().features().getOrDefault(feature.name(), OfFeature.NONE);
  }

  /** Before the first poll nothing is known. */
  private Counted counted() {
    Counted known = counted;
    long now = System.nanoTime();
    if (now - known.nanos() < KEPT_NANOS || !index.informed()) {
      return known;
    }
    Counted fresh = count(now);
    counted = fresh;
    return fresh;
  }

  private Counted count(long nanos) {
    Map<String, OfView> views = new HashMap<>();
    Map<String, OfFeature> features = new HashMap<>();
    for (Feature feature : catalog.features()) {
      feature.views().forEach(view -> views.put(view.name(), count(view)));
      features.put(feature.name(), count(feature));
    }
    return new Counted(nanos, views, features);
  }

  private OfView count(View view) {
    List<Build> builds = builds(view.keys()).toList();
    return new OfView(
        builds.stream()
            .mapToDouble(build -> seconds(judge.judge(build).age()))
            .max()
            .orElse(Double.NaN),
        builds.stream().mapToLong(Build::recordCount).sum(),
        builds.stream().mapToLong(Build::bytes).sum());
  }

  private OfFeature count(Feature feature) {
    List<Key> keys = catalog.keysOf(feature);
    List<Build> builds = builds(keys).toList();
    int fresh = (int) builds.stream().filter(build -> judge.judge(build).fresh()).count();
    SourceHistory source = index.source(feature.name());
    List<Instant> lacking =
        builds.stream()
            .flatMap(build -> Stream.ofNullable(source.outdatedSince(build.sourceVersion())))
            .toList();
    Optional<Instant> oldest = lacking.stream().min(Instant::compareTo);
    int missing = keys.size() - builds.size();
    return new OfFeature(
        fresh,
        builds.size() - fresh,
        missing,
        lacking.size() + missing,
        oldest.map(since -> seconds(Duration.between(since, time.now()))).orElse(0.0),
        source
            .asOf()
            .map(asOf -> seconds(Duration.between(asOf, clock.instant())))
            .orElse(Double.NaN),
        builds.stream()
            .mapToDouble(build -> build.checkedAt().toEpochMilli() / 1000.0)
            .max()
            .orElse(Double.NaN));
  }

  private Stream<Build> builds(List<Key> keys) {
    return keys.stream().flatMap(key -> index.find(key).stream());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
