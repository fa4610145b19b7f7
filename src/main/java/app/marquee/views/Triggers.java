package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What starts refreshes by itself: changed facts, turned days, age, and runs that others left
 * behind.
 */
@ApplicationScoped
public class Triggers {
  // Who wanted a run to end is written down already when its holder dies.
  private static final String NOBODY = "";

  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final DatabaseTime time;
  private final Turns turns;
  private final Judge judge;
  private final Coherence coherence;
  private final Runs runs;
  private final Cancelling cancelling;
  private final Vertx vertx;
  private final Event<ViewEvent> events;
  private final Set<String> debouncing = ConcurrentHashMap.newKeySet();
  private volatile Instant nextScheduled;
  private volatile boolean open;

  Triggers(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      DatabaseTime time,
      Turns turns,
      Judge judge,
      Coherence coherence,
      Runs runs,
      Cancelling cancelling,
      Vertx vertx,
      Event<ViewEvent> events) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.time = time;
    this.turns = turns;
    this.judge = judge;
    this.coherence = coherence;
    this.runs = runs;
    this.cancelling = cancelling;
    this.vertx = vertx;
    this.events = events;
  }

  /**
   * Starts refreshes from now on: before, the start is still filling in facts, and its own run
   * comes last.
   */
  public void open() {
    open = true;
  }

  /** A transaction of this node changed facts; a burst of them makes one run. */
  void onSourceChanged(@Observes SourceChanged changed) {
    if (open && !paused() && debouncing.add(changed.source())) {
      vertx.setTimer(
          Math.max(1, config.debounce().toMillis()),
          timer -> {
            debouncing.remove(changed.source());
            catalog
                .feature(changed.source())
                .ifPresent(
                    feature ->
                        go(
                            runs.request(
                                Scope.of(feature),
                                Trigger.SOURCE_CHANGED,
                                RunOptions.IF_STALE,
                                null)));
          });
    }
  }

  /**
   * Learns what is new and starts what is due. Errors: none; a database that is away is told as an
   * event.
   */
  @Scheduled(
      every = "{marquee.views.poll-every}",
      delayed = "{marquee.views.poll-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> pulse() {
    return coherence
        .poll()
        .chain(() -> open && !paused() ? startWhatIsDue() : Uni.createFrom().voidItem())
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(this::told);
  }

  /** What would begin now is asked for once refreshing is resumed. */
  private boolean paused() {
    return index.refreshingPause().isPresent();
  }

  private Uni<Void> startWhatIsDue() {
    if (nextScheduled == null) {
      nextScheduled = time.now().plus(config.refreshEvery());
    }
    index.openRuns().stream()
        .filter(OpenRun::queued)
        .forEach(run -> runs.start(Scope.parse(run.scope())));
    return Multi.createFrom()
        .iterable(index.openRuns().stream().filter(OpenRun::orphaned).toList())
        .onItem()
        .transformToUniAndConcatenate(this::replace)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> replace(OpenRun orphan) {
    Scope scope = Scope.parse(orphan.scope());
    events.fire(new ViewEvent.RunOrphaned(orphan.id(), scope));
    return orphan.cancelRequested()
        ? cancelling
            .cancel(orphan.id(), NOBODY, written -> Uni.createFrom().voidItem())
            .replaceWithVoid()
        : runs.request(scope, Trigger.of(orphan.trigger()), orphan.options(), null)
            .replaceWithVoid();
  }

  /**
   * Apart from the pulse, since features ask their own tables here: what blocks those must not
   * blind this node.
   */
  @Scheduled(
      every = "{marquee.views.poll-every}",
      delayed = "{marquee.views.poll-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refreshDueFeatures() {
    if (!open) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(List.copyOf(catalog.features()))
        .onItem()
        .transformToUniAndConcatenate(this::refreshIfDue)
        .collect()
        .asList()
        .replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(this::told);
  }

  private Uni<Void> told(Throwable failure) {
    events.fire(new ViewEvent.PollFailed(String.valueOf(failure.getMessage())));
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> refreshIfDue(Feature feature) {
    return turns
        .advance(feature)
        .chain(
            turned ->
                turned
                    ? request(Scope.of(feature), Trigger.SCHEDULE)
                    : overlooked(feature)
                        ? request(Scope.of(feature), Trigger.SOURCE_CHANGED)
                        : Uni.createFrom().voidItem());
  }

  /**
   * Whether facts changed a while ago and nobody refreshes: the node that wrote them has died, or
   * its debounce.
   */
  private boolean overlooked(Feature feature) {
    Duration patience = config.debounce().plus(config.pollEvery().multipliedBy(2));
    return index.openRuns().isEmpty()
        && catalog.keysOf(feature).stream()
            .filter(key -> index.state(key).reason() == null && !index.state(key).paused())
            .flatMap(key -> index.find(key).stream())
            .map(build -> index.source(feature.name()).outdatedSince(build.sourceVersion()))
            .anyMatch(
                since ->
                    since != null && Duration.between(since, time.now()).compareTo(patience) > 0);
  }

  /** Refreshes what has gone stale without new facts. */
  @Scheduled(
      every = "{marquee.views.refresh-every}",
      delayed = "{marquee.views.refresh-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refreshStale() {
    nextScheduled = time.now().plus(config.refreshEvery());
    boolean anyDue =
        catalog.keys().stream()
            .filter(key -> catalog.view(key).policy() == Policy.COMPUTE)
            .anyMatch(key -> index.find(key).map(judge::due).orElse(true));
    return anyDue ? request(Scope.ALL, Trigger.SCHEDULE) : Uni.createFrom().voidItem();
  }

  private Uni<Void> request(Scope scope, Trigger trigger) {
    if (paused()) {
      return Uni.createFrom().voidItem();
    }
    return runs.request(scope, trigger, RunOptions.IF_STALE, null)
        .replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(this::told);
  }

  private void go(Uni<RunTicket> request) {
    request
        .subscribe()
        .with(
            ticket -> {},
            failure -> events.fire(new ViewEvent.PollFailed(String.valueOf(failure.getMessage()))));
  }

  /** When age alone will next start a refresh; null before the first poll and while paused. */
  public Instant nextScheduled() {
    return paused() ? null : nextScheduled;
  }
}
