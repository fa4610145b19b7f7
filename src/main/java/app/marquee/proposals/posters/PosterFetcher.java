package app.marquee.proposals.posters;

import app.marquee.proposals.posters.PosterAttempted.Outcome;
import app.marquee.proposals.posters.PosterShelf.Claim;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Fetches posters in the background, a few at once, each once at a time. */
@ApplicationScoped
class PosterFetcher {
  /** What waits for its turn; more is asked for again by the next request. */
  private static final int QUEUE = 200;

  private static final int DECODED_AT_ONCE = 2;

  /** Longer than any decoding: what is left of a lease when its download took all its time. */
  private static final Duration DECODING = Duration.ofMinutes(1);

  private final PostersConfig config;
  private final PosterShelf shelf;
  private final PosterGateway gateway;
  private final PosterMemory memory;
  private final Clock clock;
  private final Event<PosterAttempted> events;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final TypedGuard<Uni<Void>> fetching;
  private final TypedGuard<Uni<Map<PosterSize, Picture>>> decoding;

  PosterFetcher(
      PostersConfig config,
      PosterShelf shelf,
      PosterGateway gateway,
      PosterMemory memory,
      Clock clock,
      Event<PosterAttempted> events) {
    this.config = config;
    this.shelf = shelf;
    this.gateway = gateway;
    this.memory = memory;
    this.clock = clock;
    this.events = events;
    this.fetching = atOnce(new TypeLiteral<>() {}, "posters fetched", config.concurrency());
    this.decoding = atOnce(new TypeLiteral<>() {}, "posters decoded", DECODED_AT_ONCE);
  }

  private static <T> TypedGuard<T> atOnce(TypeLiteral<T> type, String what, int limit) {
    return TypedGuard.create(type)
        .withDescription(what)
        .withBulkhead()
        .limit(limit)
        .queueSize(QUEUE)
        .done()
        .withThreadOffload(false)
        .build();
  }

  /** Does not wait. Whoever else wants it meanwhile has this one's outcome. */
  void want(String imdbId) {
    if (config.enabled() && underWay.add(imdbId)) {
      fetching
          .get(() -> fetch(imdbId))
          .onFailure(BulkheadException.class)
          .recoverWithNull()
          .onTermination()
          .invoke(() -> underWay.remove(imdbId))
          .subscribe()
          .with(done -> {}, failure -> PosterLog.broken(imdbId, failure));
    }
  }

  /** How many are fetched or wait for their turn. */
  int underWay() {
    return underWay.size();
  }

  private Uni<Void> fetch(String imdbId) {
    String owner = UUID.randomUUID().toString();
    return shelf
        .claim(imdbId, owner, config.timeout().plus(DECODING))
        .chain(claim -> claim.map(this::attempt).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> attempt(Claim claim) {
    return Uni.createFrom()
        .item(() -> PosterUrl.parse(claim.url(), config.hosts()))
        .chain(gateway::download)
        .chain(bytes -> render(bytes).chain(pictures -> keep(claim, pictures, bytes.length)))
        .onFailure(NoPoster.class)
        .recoverWithUni(failure -> remember(claim, (NoPoster) failure))
        .onFailure(CircuitBreakerOpenException.class)
        .recoverWithUni(failure -> postpone(claim, failure.getMessage()))
        .invoke(events::fire)
        .replaceWithVoid();
  }

  private Uni<Map<PosterSize, Picture>> render(byte[] bytes) {
    return decoding.get(
        () ->
            Uni.createFrom()
                .item(() -> Renditions.of(bytes, config.maxPixels()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
  }

  private Uni<PosterAttempted> keep(Claim claim, Map<PosterSize, Picture> pictures, int bytes) {
    Duration due = config.keep().multipliedBy(9).dividedBy(10);
    return shelf
        .store(claim, pictures, clock.instant().plus(due))
        .invoke(() -> memory.evict(claim.imdbId()))
        .map(stored -> ended(claim, stored, Outcome.OK, bytes, null));
  }

  private Uni<PosterAttempted> remember(Claim claim, NoPoster no) {
    Duration pause = RetryPause.after(no.state(), claim.failures());
    return shelf
        .rememberFailure(
            claim, no.state(), no.getMessage(), claim.failures() + 1, clock.instant().plus(pause))
        .map(known -> ended(claim, known, Outcome.valueOf(no.state().name()), 0, no.getMessage()));
  }

  private Uni<PosterAttempted> postpone(Claim claim, String why) {
    return shelf
        .rememberFailure(
            claim, null, why, claim.failures(), clock.instant().plus(RetryPause.POSTPONED))
        .map(known -> ended(claim, known, Outcome.POSTPONED, 0, why));
  }

  private static PosterAttempted ended(
      Claim claim, boolean ours, Outcome outcome, int bytes, String why) {
    return new PosterAttempted(claim.imdbId(), ours ? outcome : Outcome.LOST, bytes, why);
  }
}
