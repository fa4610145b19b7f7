package app.marquee.predictions;

import app.marquee.db.Sql;
import app.marquee.predictions.PredictionStatus.Changes;
import app.marquee.predictions.PredictionStatus.Recommendation;
import app.marquee.views.Build;
import app.marquee.views.Catalog;
import app.marquee.views.DatabaseTime;
import app.marquee.views.Key;
import app.marquee.views.ViewIndex;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what this node knows of a profile's builds with what has changed since. */
@ApplicationScoped
class StatusReport {
  private static final Sql CHANGES = Sql.of("predictions/changes_since.sql");

  private final Pool pool;
  private final PredictionViews views;
  private final Catalog catalog;
  private final ViewIndex index;
  private final DatabaseTime time;

  StatusReport(
      Pool pool, PredictionViews views, Catalog catalog, ViewIndex index, DatabaseTime time) {
    this.pool = pool;
    this.views = views;
    this.catalog = catalog;
    this.index = index;
    this.time = time;
  }

  Uni<PredictionStatus> of(String profile) {
    List<Optional<Build>> rankings =
        PredictionViews.PERIODS.stream()
            .map(period -> index.find(views.ranking().key(period, profile)))
            .toList();
    Optional<Build> validation = index.find(views.validation().key(PredictionViews.ALL, profile));
    List<Build> builds =
        Stream.concat(rankings.stream(), Stream.of(validation)).flatMap(Optional::stream).toList();
    return CHANGES
        .on(pool, binds(rankings, builds))
        .map(rows -> status(profile, rankings, validation, builds, rows.iterator().next()));
  }

  private static Map<String, Object> binds(List<Optional<Build>> rankings, List<Build> builds) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("decades", PredictionViews.DECADES.toArray(Integer[]::new));
    binds.put(
        "versions",
        rankings.stream()
            .map(build -> build.map(Build::sourceVersion).orElse(null))
            .toArray(Long[]::new));
    binds.put("oldest", builds.stream().mapToLong(Build::sourceVersion).min().orElse(0));
    return binds;
  }

  private PredictionStatus status(
      String profile,
      List<Optional<Build>> rankings,
      Optional<Build> validation,
      List<Build> builds,
      Row row) {
    boolean hasPredictions = rankings.stream().allMatch(Optional::isPresent);
    Instant oldest = builds.stream().map(Build::checkedAt).min(Instant::compareTo).orElse(null);
    Changes changes = changes(row, builds);
    boolean complete = hasPredictions && validation.isPresent();
    Duration age = complete ? Duration.between(oldest, time.now()) : null;
    Recommendation recommendation = PredictionStatus.recommend(changes, age);
    return new PredictionStatus(
        true,
        profile,
        complete,
        oldest,
        rankings.stream().anyMatch(Optional::isPresent),
        validation.isPresent(),
        recommendation != Recommendation.UP_TO_DATE,
        builds.isEmpty() ? null : changes,
        List.of(row.getArrayOfIntegers("stale_decades")),
        recommendation.word());
  }

  private Changes changes(Row row, List<Build> builds) {
    boolean weighedOtherwise =
        builds.stream().anyMatch(build -> !definition(build.key()).equals(build.definitionHash()));
    return new Changes(
        row.getLong("movies"),
        row.getLong("metrics"),
        row.getLong("festivals"),
        row.getLong("people"),
        row.getLong("lists"),
        row.getLong("scoring"),
        weighedOtherwise ? 1 : 0);
  }

  private String definition(Key key) {
    return catalog.definitionHash(key);
  }
}
