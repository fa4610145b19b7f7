package app.marquee.parks.collect;

import app.marquee.parks.ParkFeeds;
import app.marquee.parks.Provider;
import app.marquee.parks.collect.ParkCollector.Outcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs a provider's cycle of the present slot, if no other node has. */
@ApplicationScoped
class Collector {
  private final CollectConfig config;
  private final Sources sources;
  private final ParkFeeds feeds;
  private final CycleLog log;
  private final Clock clock;
  private final Event<CycleEnded> ended;

  @Inject
  Collector(
      CollectConfig config,
      Sources sources,
      ParkFeeds feeds,
      CycleLog log,
      Clock clock,
      Event<CycleEnded> ended) {
    this.config = config;
    this.sources = sources;
    this.feeds = feeds;
    this.log = log;
    this.clock = clock;
    this.ended = ended;
  }

  /** Empty if the slot's cycle is somebody else's. Errors: those of the database. */
  Uni<Optional<CycleReport>> collect(Provider provider) {
    Instant now = clock.instant();
    return log.claim(provider, slot(now, sources.config(provider).interval()), now)
        .chain(
            claimed ->
                claimed.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : run(provider, claimed.get(), now).map(Optional::of));
  }

  /** Slots begin at whole multiples of the interval since 1970. */
  static Instant slot(Instant now, Duration interval) {
    long length = interval.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length);
  }

  private Uni<CycleReport> run(Provider provider, long cycle, Instant now) {
    long began = System.nanoTime();
    return log.failAbandoned(provider, now.minus(config.abandonedAfter()), now)
        .chain(() -> log.schedulesSince(provider, now.minus(config.schedulesEvery())))
        .chain(
            hoursKnown ->
                all(
                    new ParkCollector(
                        provider,
                        sources.open(provider),
                        feeds,
                        log,
                        now,
                        (int) sources.config(provider).interval().toMinutes(),
                        hoursKnown),
                    sources.config(provider).parks().orElse(List.of())))
        .call(report -> log.finish(cycle, report, clock.instant()))
        .invoke(
            report ->
                ended.fire(
                    new CycleEnded(provider, report, Duration.ofNanos(System.nanoTime() - began))));
  }

  private Uni<CycleReport> all(ParkCollector parks, List<String> refs) {
    List<String> each = refs.stream().distinct().toList();
    return Multi.createFrom()
        .iterable(each)
        .onItem()
        .transformToUni(parks::collect)
        .merge(config.concurrency())
        .collect()
        .asList()
        .map(outcomes -> report(each.size(), outcomes));
  }

  private static CycleReport report(int total, List<Outcome> outcomes) {
    return new CycleReport(
        total,
        outcomes.stream().mapToLong(Outcome::snapshots).sum(),
        outcomes.stream().flatMap(outcome -> outcome.failures().stream()).toList());
  }
}
