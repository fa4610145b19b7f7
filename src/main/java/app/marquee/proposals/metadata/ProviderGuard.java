package app.marquee.proposals.metadata;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * What stands between us and one provider: retry( breaker( rate( time-out( bulkhead )))). Both ways
 * through share all but the retries.
 */
final class ProviderGuard {
  private static final int BREAKER_CALLS = 8;
  private static final double BREAKER_RATIO = 0.5;
  private static final int BREAKER_SUCCESSES = 2;
  private static final int AT_ONCE = 4;
  private static final int WAITING = 16;
  private static final int RETRIES = 2;
  private static final int TURNS_WAITED_FOR = 200;
  private static final Duration RETRIES_END_AFTER = Duration.ofSeconds(10);

  private final AtomicReference<CircuitBreakerState> breaker =
      new AtomicReference<>(CircuitBreakerState.CLOSED);
  private final TypedGuard<Uni<Reply>> core;
  private final TypedGuard<Uni<Reply>> retries;
  private final TypedGuard<Uni<Reply>> turns;

  ProviderGuard(String provider, MetadataConfig.Source source) {
    this.core = core(provider, source);
    this.retries = retries(provider, source.retryAfter());
    this.turns = turns(provider);
  }

  Uni<Reply> once(Supplier<Uni<Reply>> call) {
    return Uni.createFrom().deferred(() -> core.get(call));
  }

  Uni<Reply> inBackground(Supplier<Uni<Reply>> call) {
    return Uni.createFrom().deferred(() -> turns.get(() -> retries.get(() -> core.get(call))));
  }

  CircuitBreakerState breaker() {
    return breaker.get();
  }

  private TypedGuard<Uni<Reply>> core(String provider, MetadataConfig.Source source) {
    return builder(provider)
        .withCircuitBreaker()
        .requestVolumeThreshold(BREAKER_CALLS)
        .failureRatio(BREAKER_RATIO)
        .delay(source.breakerDelay().toMillis(), ChronoUnit.MILLIS)
        .successThreshold(BREAKER_SUCCESSES)
        .when(ProviderGuard::isItsFault)
        .onStateChange(breaker::set)
        .done()
        .withRateLimit()
        .limit(source.perSecond())
        .window(1, ChronoUnit.SECONDS)
        .type(RateLimitType.SMOOTH)
        .done()
        .withTimeout()
        .duration(source.timeout().toMillis(), ChronoUnit.MILLIS)
        .done()
        .withBulkhead()
        .limit(AT_ONCE)
        .queueSize(WAITING)
        .done()
        .build();
  }

  private static TypedGuard<Uni<Reply>> retries(String provider, Duration after) {
    return builder(provider + " retries")
        .withRetry()
        .maxRetries(RETRIES)
        .maxDuration(RETRIES_END_AFTER.toMillis(), ChronoUnit.MILLIS)
        .delay(after.toMillis(), ChronoUnit.MILLIS)
        .jitter(after.toMillis() / 2, ChronoUnit.MILLIS)
        .withExponentialBackoff()
        .factor(2)
        .maxDelay(RETRIES_END_AFTER.toMillis() / 2, ChronoUnit.MILLIS)
        .done()
        .whenException(ProviderGuard::isPassing)
        .done()
        .build();
  }

  // The rate limit refuses instead of making wait; it says when it would not.
  private static TypedGuard<Uni<Reply>> turns(String provider) {
    return builder(provider + " turns")
        .withRetry()
        .maxRetries(TURNS_WAITED_FOR)
        .maxDuration(0, ChronoUnit.MILLIS)
        .withCustomBackoff()
        .strategy(NextTurn::new)
        .done()
        .whenException(RateLimitException.class::isInstance)
        .done()
        .build();
  }

  private static final class NextTurn implements CustomBackoffStrategy {
    @Override
    public long nextDelayInMillis(Throwable refusal) {
      return Math.max(1, ((RateLimitException) refusal).getRetryAfterMillis());
    }
  }

  private static TypedGuard.Builder<Uni<Reply>> builder(String description) {
    return TypedGuard.create(new TypeLiteral<Uni<Reply>>() {})
        .withDescription(description)
        .withThreadOffload(false);
  }

  private static boolean isItsFault(Throwable failure) {
    return failure instanceof CallFailed || failure instanceof TimeoutException;
  }

  private static boolean isPassing(Throwable failure) {
    return failure instanceof TimeoutException
        || failure instanceof CallFailed failed && failed.passing();
  }
}
