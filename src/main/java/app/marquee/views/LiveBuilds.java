package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Computes documents for reads that found none they may serve: once per key, however many wait for
 * it.
 *
 * <p>Within a node the waiters share one computation; across nodes the lease of the key's run
 * decides who computes, and the others wait for its publish. Computations and waiters are bounded,
 * and every waiter has a deadline.
 */
@ApplicationScoped
class LiveBuilds {
  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final Snapshots snapshots;
  private final Builder builder;
  private final Runs runs;
  private final Coherence coherence;
  private final Lane lane;
  private final Map<Key, Uni<Result>> publishing = new ConcurrentHashMap<>();
  private final Map<Key, Uni<Result>> bypassing = new ConcurrentHashMap<>();
  private final AtomicInteger waiters = new AtomicInteger();

  LiveBuilds(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      Snapshots snapshots,
      Builder builder,
      Runs runs,
      Coherence coherence) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.snapshots = snapshots;
    this.builder = builder;
    this.runs = runs;
    this.coherence = coherence;
    this.lane = new Lane(config.liveConcurrency());
  }

  /** What a computation came to. */
  sealed interface Result {
    /** There is a build that was checked after the read came. */
    record Published() implements Result {}

    /** A document nobody stores. */
    record Computed(Build build, Document document) implements Result {}

    /** There is no entity of the key's id. */
    record Absent() implements Result {}

    record Failed(Reason reason, String message) implements Result {}
  }

  /** Computes the key in a run of its own and publishes it. */
  Uni<Result> publish(Key key) {
    return bounded(() -> shared(publishing, key, () -> run(key)));
  }

  /** Computes the key through the same statement, storing nothing. */
  Uni<Result> compute(Key key) {
    return bounded(() -> shared(bypassing, key, () -> build(key)));
  }

  private Uni<Result> bounded(Supplier<Uni<Result>> work) {
    if (waiters.incrementAndGet() > config.liveWaiters()) {
      waiters.decrementAndGet();
      return Uni.createFrom()
          .item(new Result.Failed(Reason.REFRESHING, "too many reads wait for a computation"));
    }
    return work.get()
        .ifNoItem()
        .after(config.liveDeadline())
        .recoverWithItem(
            new Result.Failed(
                Reason.REFRESHING,
                "not computed within " + config.liveDeadline().toSeconds() + " s"))
        .onTermination()
        .invoke(waiters::decrementAndGet);
  }

  private Uni<Result> shared(Map<Key, Uni<Result>> running, Key key, Supplier<Uni<Result>> work) {
    return running.computeIfAbsent(
        key,
        absent ->
            lane.run(work)
                .onFailure(DatabaseFailure::is)
                .recoverWithItem(
                    failure ->
                        new Result.Failed(Reason.BUILD_FAILED, "the database is not available"))
                .onTermination()
                .invoke(() -> running.remove(key))
                .memoize()
                .indefinitely());
  }

  private Uni<Result> run(Key key) {
    Instant before = index.find(key).map(Build::checkedAt).orElse(Instant.MIN);
    Scope scope = Scope.of(key);
    return runs.enqueue(scope, Trigger.READ, RunOptions.IF_STALE)
        .chain(() -> runs.executeNow(scope))
        .chain(
            report ->
                report
                    .map(r -> Uni.createFrom().item(result(key, r)))
                    .orElseGet(() -> otherNode(key, before)));
  }

  private static Result result(Key key, RunReport report) {
    RunReport.KeyOutcome outcome = report.outcomes().get(key);
    if (outcome == RunReport.KeyOutcome.CANCELLED) {
      return new Result.Failed(Reason.REFRESHING, "the run that would compute it was cancelled");
    }
    return outcome == null || !outcome.failed()
        ? new Result.Published()
        : new Result.Failed(outcome.reason(), outcome.message());
  }

  /**
   * Somebody else computes it: look until the build has moved; the waiters' deadline ends the loop.
   */
  private Uni<Result> otherNode(Key key, Instant before) {
    return coherence
        .pollUntil(
            () -> index.find(key).map(build -> build.checkedAt().isAfter(before)).orElse(false))
        .replaceWith(new Result.Published());
  }

  private Uni<Result> build(Key key) {
    View view = catalog.view(key);
    return snapshots.forBuilds(
        catalog.feature(key),
        (snapshot, connection) ->
            builder
                .buildAll(snapshot, connection, List.of(key), new Cancellation(), built -> {})
                .map(results -> results.get(0))
                .map(built -> computed(view, built, snapshot)));
  }

  private Result computed(View view, Built built, Snapshot snapshot) {
    if (built instanceof Built.Ready ready) {
      return new Result.Computed(unstored(view, ready, snapshot), ready.parsed().document());
    }
    return built instanceof Built.Failed failed
        ? new Result.Failed(Reason.BUILD_FAILED, failed.message())
        : new Result.Absent();
  }

  private Build unstored(View view, Built.Ready ready, Snapshot snapshot) {
    long generation = view.onDemand() ? index.generation() : generationOf(ready.key());
    return new Build(
        ready.key(),
        ready.etag(),
        ready.recordCount(view),
        snapshot.asOf(),
        ready.generatedAt(),
        snapshot.takenAt(),
        snapshot.now(),
        ready.millis(),
        generation,
        snapshot.version(),
        ready.definition(),
        ready.body().length);
  }

  private long generationOf(Key key) {
    return index.find(key).map(Build::generation).orElse(0L);
  }

  /** Failures of a key that a read may not retry yet. */
  Optional<Result.Failed> tooSoon(Key key, Instant databaseNow) {
    KeyState state = index.state(key);
    return state.reason() != null
            && Duration.between(state.reasonSince(), databaseNow)
                    .compareTo(config.retryAfterFailure())
                < 0
        ? Optional.of(
            new Result.Failed(
                state.reason(), "the last try failed; the next may come after a pause"))
        : Optional.empty();
  }
}
