package app.marquee.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What callers have left of their limits, on all nodes together. Whoever was told to wait and does
 * not costs no query until then. Made at its first use, as filters are there before settings.
 */
@ApplicationScoped
class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int CALLERS_REMEMBERED = 10_000;

  private final Map<Limit, Allowance> allowances = new EnumMap<>(Limit.class);
  private final Attempts attempts;
  private final Clock clock;
  private final Cache<String, Instant> waiting =
      Caffeine.newBuilder().maximumSize(CALLERS_REMEMBERED).build();

  RateLimits(LimitsConfig config, Attempts attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
    allow(Limit.REFRESH, config.refresh());
    allow(Limit.PREVIEW, config.preview());
    allow(Limit.PUSH, config.push());
  }

  private void allow(Limit limit, int times) {
    allowances.put(limit, new Allowance(limit.word(), times, WINDOW.dividedBy(times)));
  }

  /** Spends one of a caller's, if there is one left. */
  Uni<Balance> spend(Limit limit, String caller) {
    Allowance allowance = allowances.get(limit);
    String who = allowance.kind() + ' ' + caller;
    Instant now = clock.instant();
    return stillWaiting(who, now)
        .map(wait -> Uni.createFrom().item(allowance.spentFor(wait)))
        .orElseGet(
            () -> attempts.spend(allowance, caller).invoke(balance -> remember(who, now, balance)));
  }

  private void remember(String who, Instant now, Balance balance) {
    balance.retryAfter().ifPresent(wait -> waiting.put(who, now.plus(wait)));
  }

  /** A clock that was set back makes nobody wait longer. */
  private Optional<Duration> stillWaiting(String who, Instant now) {
    return Optional.ofNullable(waiting.getIfPresent(who))
        .map(until -> Duration.between(now, until))
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(WINDOW) <= 0);
  }
}
