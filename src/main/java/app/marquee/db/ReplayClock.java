package app.marquee.db;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The injected {@link Clock}: the system's, or with {@code marquee.clock} one that starts at that
 * instant and ticks on, so that captured history is shown as if it were live.
 */
@Startup
@Singleton
public final class ReplayClock {
  private final Optional<Instant> from;
  private final Clock clock;

  @Inject
  ReplayClock(ClockConfig config) {
    this(config.clock(), Clock.systemUTC());
    from.ifPresent(
        start ->
            Log.warnf(
                "REPLAY CLOCK: every 'now' of this service counts from %s, not from today", start));
  }

  ReplayClock(Optional<Instant> from, Clock system) {
    this.from = from;
    this.clock =
        from.map(start -> Clock.offset(system, Duration.between(system.instant(), start)))
            .orElse(system);
  }

  /** Where the replay started; empty when time is real. */
  public Optional<Instant> from() {
    return from;
  }

  @Produces
  @Singleton
  Clock clock() {
    return clock;
  }
}
