package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Executes a claimed run: feature by feature, one snapshot each, gate, one publish each.
 *
 * <p>While it works, a heartbeat renews the lease at a third of its life; once that fails the run
 * goes on to its publish, which the fence refuses. Nothing but the publish writes builds, so a run
 * may die anywhere.
 */
@ApplicationScoped
class Refresher {
  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final Arrivals arrivals;
  private final ViewMemory memory;
  private final Judge judge;
  private final Snapshots snapshots;
  private final Builder builder;
  private final Publisher publisher;
  private final RunLog log;
  private final DatabaseTime time;
  private final Event<ViewEvent> events;

  Refresher(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      Arrivals arrivals,
      ViewMemory memory,
      Judge judge,
      Snapshots snapshots,
      Builder builder,
      Publisher publisher,
      RunLog log,
      DatabaseTime time,
      Event<ViewEvent> events) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.arrivals = arrivals;
    this.memory = memory;
    this.judge = judge;
    this.snapshots = snapshots;
    this.builder = builder;
    this.publisher = publisher;
    this.log = log;
    this.time = time;
    this.events = events;
  }

  /**
   * Runs to the end and writes it down; a database that fails ends the run as failed, keeping every
   * build.
   */
  Uni<RunReport> execute(Claim claim) {
    RunCourse course = new RunCourse(claim.logId(), events);
    List<Key> keys = claim.scope().keys(catalog).orElse(List.of());
    Cancellable heartbeat = startHeartbeat(claim, course);
    events.fire(new ViewEvent.RunStarted(claim.logId(), claim.scope(), claim.trigger()));
    return refreshFeatures(claim, keys, course)
        .onFailure(DatabaseFailure::is)
        .recoverWithItem(failure -> broken(claim, keys, failure))
        .call(report -> log.finish(claim, report))
        .eventually(heartbeat::cancel)
        .invoke(
            report ->
                events.fire(
                    new ViewEvent.RunEnded(
                        claim.logId(),
                        claim.scope(),
                        report.status(),
                        report.count(RunReport.KeyOutcome.REFRESHED),
                        report.count(RunReport.KeyOutcome.CONFIRMED),
                        report.failures(),
                        course.took())));
  }

  private RunReport broken(Claim claim, List<Key> keys, Throwable failure) {
    events.fire(new ViewEvent.RunBroken(claim.logId(), claim.scope(), failure.getMessage()));
    keys.forEach(key -> learnState(key, Reason.BUILD_FAILED));
    return RunReport.failed(keys, Reason.BUILD_FAILED, String.valueOf(failure.getMessage()));
  }

  private Cancellable startHeartbeat(Claim claim, RunCourse course) {
    return Multi.createFrom()
        .ticks()
        .every(config.leaseTtl().dividedBy(3))
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(
            tick ->
                log.heartbeat(claim, course.done(), course.total())
                    // One lost heartbeat is what the third of a life is for.
                    .onFailure(DatabaseFailure::is)
                    .recoverWithItem(true))
        .subscribe()
        .with(alive -> {});
  }

  private Uni<RunReport> refreshFeatures(Claim claim, List<Key> keys, RunCourse course) {
    Map<Feature, List<Key>> byFeature =
        keys.stream()
            .filter(key -> !index.state(key).paused())
            .collect(Collectors.groupingBy(catalog::feature));
    Uni<RunReport> all = Uni.createFrom().item(RunReport.NOTHING);
    for (Feature feature : catalog.features()) {
      List<Key> ofFeature = byFeature.get(feature);
      if (ofFeature != null) {
        all = all.chain(before -> refresh(claim, feature, ofFeature, course).map(before::and));
      }
    }
    return all;
  }

  private Uni<RunReport> refresh(Claim claim, Feature feature, List<Key> keys, RunCourse course) {
    if (claim.cancellation().asked()) {
      return Uni.createFrom().item(RunReport.cancelled(keys));
    }
    RunCourse.Mark before = course.mark();
    return snapshots
        .forBuilds(
            feature,
            (snapshot, exporter) -> {
              course.backTo(before);
              return log.recordSnapshot(claim, feature.name(), snapshot.version())
                  .chain(() -> build(claim, snapshot, exporter, keys, course));
            })
        .chain(
            work -> {
              if (claim.cancellation().asked()) {
                return Uni.createFrom().item(RunReport.cancelled(keys));
              }
              return work.empty()
                  ? Uni.createFrom().item(RunReport.NOTHING)
                  : publish(claim, keys, work);
            })
        // An interrupt may come late and hit what is between two statements.
        .onFailure(failure -> claim.cancellation().asked() && DatabaseFailure.is(failure))
        .recoverWithItem(() -> RunReport.cancelled(keys));
  }

  /** What a snapshot gave: builds, and keys it only confirms. */
  private record Work(Snapshot snapshot, List<Built> built, List<Key> unchanged) {
    boolean empty() {
      return built.isEmpty() && unchanged.isEmpty();
    }
  }

  private Uni<Work> build(
      Claim claim, Snapshot snapshot, SqlConnection exporter, List<Key> keys, RunCourse course) {
    List<Key> asked =
        claim.options().ifStale() ? keys.stream().filter(isDue(snapshot)).toList() : keys;
    Predicate<Key> unchanged =
        key ->
            !claim.options().force()
                && index.find(key).map(build -> judge.unchanged(build, snapshot)).orElse(false);
    List<Key> confirmed = new ArrayList<>();
    List<Key> toBuild = new ArrayList<>();
    asked.forEach(key -> (unchanged.test(key) ? confirmed : toBuild).add(key));
    course.begin(asked.size(), confirmed.size());
    return log.heartbeat(claim, course.done(), course.total())
        .chain(
            () ->
                builder.buildAll(
                    snapshot, exporter, toBuild, claim.cancellation(), built -> course.built()))
        .map(built -> new Work(snapshot, built, confirmed));
  }

  private Predicate<Key> isDue(Snapshot snapshot) {
    return key ->
        index
            .find(key)
            .map(build -> build.sourceVersion() < snapshot.version() || judge.due(build))
            .orElse(true);
  }

  private Uni<RunReport> publish(Claim claim, List<Key> keys, Work work) {
    return publisher
        .publish(claim, work.snapshot(), work.built(), work.unchanged())
        .map(
            result -> {
              if (result instanceof Publisher.Result.Published published) {
                learn(claim.logId(), published);
                return published.report();
              }
              if (result instanceof Publisher.Result.Cancelled) {
                claim.cancellation().ask();
                return RunReport.cancelled(keys);
              }
              events.fire(new ViewEvent.PublishLost(claim.logId(), claim.scope()));
              return RunReport.failed(
                  keys, Reason.LEASE_LOST, "the lease ended before the publish");
            });
  }

  /** This node serves its own publish at once; the others learn of it by their poll. */
  private void learn(long run, Publisher.Result.Published published) {
    published
        .documents()
        .forEach(ready -> memory.hold(ready.key(), ready.etag(), ready.parsed().document()));
    arrivals.learn(published.builds());
    memory.keepOnly(
        published.documents().stream()
            .collect(Collectors.toMap(Built.Ready::key, Built.Ready::etag)));
    published
        .report()
        .outcomes()
        .forEach(
            (key, outcome) -> {
              learnState(key, outcome.reason());
              if (outcome.reason() == Reason.GATE_REJECTED) {
                events.fire(new ViewEvent.GateRejected(run, key, outcome.message()));
              } else if (outcome.failed()) {
                events.fire(new ViewEvent.BuildFailed(run, key, outcome.message()));
              }
            });
    published
        .documents()
        .forEach(
            ready ->
                events.fire(
                    new ViewEvent.BuildPublished(
                        run,
                        published.report().generation(),
                        ready.key(),
                        Duration.ofMillis(ready.millis()),
                        ready.body().length,
                        ready.recordCount(catalog.view(ready.key())))));
    events.fire(
        new ViewEvent.Published(
            published.report().generation(),
            published.report().count(RunReport.KeyOutcome.REFRESHED),
            published.report().count(RunReport.KeyOutcome.CONFIRMED)));
  }

  private void learnState(Key key, Reason reason) {
    index.learnState(
        new KeyState(key, index.state(key).pause(), reason, reason == null ? null : time.now()));
  }
}
