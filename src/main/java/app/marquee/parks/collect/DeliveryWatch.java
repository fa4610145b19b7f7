package app.marquee.parks.collect;

import app.marquee.db.DatabaseFailure;
import app.marquee.parks.ExpectedData;
import app.marquee.parks.ParksConfig;
import app.marquee.parks.Provider;
import app.marquee.views.Lookout;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long each configured provider has been silent, to whichever node it spoke last.
 *
 * <p>One that never delivered is silent since this node first looked, so that a start is no alarm.
 */
@ApplicationScoped
public class DeliveryWatch implements Lookout {
  private final Sources sources;
  private final ParksConfig config;
  private final CycleLog log;
  private final ExpectedData expected;
  private final Clock clock;
  private final Map<Provider, Instant> heard = new ConcurrentHashMap<>();

  @Inject
  DeliveryWatch(
      Sources sources, ParksConfig config, CycleLog log, ExpectedData expected, Clock clock) {
    this.sources = sources;
    this.config = config;
    this.log = log;
    this.expected = expected;
    this.clock = clock;
  }

  /** While the database is away, what was known of it grows older. */
  @Scheduled(
      every = "{marquee.parks.collect.watch-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Override
  public Uni<Void> look() {
    if (sources.configured().isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return log.lastDeliveries()
        .onFailure(DatabaseFailure::is)
        .recoverWithItem(Map.of())
        .invoke(this::learn)
        .replaceWithVoid();
  }

  void onCycle(@Observes CycleEnded cycle) {
    if (cycle.report().snapshots() > 0) {
      learn(Map.of(cycle.provider(), clock.instant()));
    }
  }

  private void learn(Map<Provider, Instant> delivered) {
    Instant now = clock.instant();
    sources
        .configured()
        .forEach(provider -> heard.putIfAbsent(provider, delivered.getOrDefault(provider, now)));
    delivered.forEach((provider, at) -> heard.merge(provider, at, DeliveryWatch::later));
    expected.late(!late().isEmpty());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Since its last delivery; zero before the first look. */
  Duration silence(Provider provider) {
    Instant now = clock.instant();
    return Duration.between(heard.getOrDefault(provider, now), now);
  }

  /** How long a provider may be silent. */
  Duration expectedEvery() {
    return config.dataExpectedEvery();
  }

  /** The configured providers that are silent for too long. */
  List<Provider> late() {
    return sources.configured().stream()
        .filter(provider -> silence(provider).compareTo(config.dataExpectedEvery()) >= 0)
        .toList();
  }
}
