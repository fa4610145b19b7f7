package app.marquee.ops;

import app.marquee.db.DatabaseFailure;
import app.marquee.views.RunLog;
import app.marquee.views.ViewEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How runs go on that somebody watches. Those of this node tell it themselves; for all of them the
 * log is read at an interval, once for everybody who watches the same run.
 */
@ApplicationScoped
class RunWatch {
  private final RunLog log;
  private final ObjectMapper json;
  private final StreamsConfig config;
  private final Hub<ViewEvent.OfARun> here = new Hub<>();
  private final Map<Long, Multi<WatchedRun>> watched = new ConcurrentHashMap<>();

  RunWatch(RunLog log, ObjectMapper json, StreamsConfig config) {
    this.log = log;
    this.json = json;
    this.config = config;
  }

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.OfARun told) {
      here.tell(told);
    }
  }

  /** Empty if there is none of this id. */
  Uni<Optional<WatchedRun>> find(long run) {
    return log.find(run).map(found -> found.map(document -> WatchedRun.read(json, document)));
  }

  /** What becomes of a run from now on; whoever is slow misses what has passed. */
  Multi<WatchedRun> follow(long run) {
    return watched.computeIfAbsent(run, this::watch).onOverflow().dropPreviousItems();
  }

  private Multi<WatchedRun> watch(long run) {
    return Multi.createBy()
        .merging()
        .streams(stored(run), told(run))
        .onItem()
        .scan(WatchedRun::or)
        .onTermination()
        .invoke(() -> watched.remove(run))
        .broadcast()
        .withCancellationAfterLastSubscriberDeparture()
        .toAllSubscribers();
  }

  private Multi<WatchedRun> told(long run) {
    return of(run)
        .filter(ViewEvent.RunProgressed.class::isInstance)
        .map(ViewEvent.RunProgressed.class::cast)
        .map(
            event ->
                new WatchedRun(
                    RunState.running(event.done(), event.total(), event.elapsed()), null));
  }

  private Multi<WatchedRun> stored(long run) {
    Multi<Boolean> ticks =
        Multi.createFrom().ticks().every(config.progressEvery()).onOverflow().drop().map(t -> true);
    Multi<Boolean> turns =
        of(run).filter(event -> !(event instanceof ViewEvent.RunProgressed)).map(event -> true);
    return Multi.createBy()
        .merging()
        .streams(ticks, turns)
        .onOverflow()
        .dropPreviousItems()
        .onItem()
        .transformToUniAndConcatenate(look -> read(run));
  }

  private Multi<ViewEvent.OfARun> of(long run) {
    return here.items().filter(event -> event.run() == run);
  }

  /** Nothing while the database is away. */
  private Uni<WatchedRun> read(long run) {
    return find(run)
        .map(found -> found.orElse(null))
        .onFailure(DatabaseFailure::is)
        .recoverWithNull();
  }
}
