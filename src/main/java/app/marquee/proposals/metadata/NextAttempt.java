package app.marquee.proposals.metadata;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** When a film is asked for again. What ended together must not come again together. */
@Singleton
class NextAttempt {
  private static final double SPREAD = 0.1;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 20;

  private final MetadataConfig config;
  private final DoubleSupplier chance;

  @Inject
  NextAttempt(MetadataConfig config) {
    this(config, () -> ThreadLocalRandom.current().nextDouble());
  }

  /** {@code chance} gives numbers from 0 to 1. */
  NextAttempt(MetadataConfig config, DoubleSupplier chance) {
    this.config = config;
    this.chance = chance;
  }

  /** Until when an answer of now is fresh. */
  Instant freshUntil(Instant now) {
    return now.plus(spread(config.freshFor()));
  }

  /** {@code failures} in a row, this one not counted. */
  Instant after(Verdict verdict, int failures, Instant now) {
    return switch (verdict.outcome()) {
      case OK -> freshUntil(now);
      case NOT_FOUND -> now.plus(spread(config.notFoundFor()));
      case ERROR -> now.plus(pause(failures));
      case POSTPONED -> postponed(verdict, now);
    };
  }

  private Duration pause(int failures) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration most = config.retryAtMost();
    return spread(doubled.compareTo(most) < 0 ? doubled : most);
  }

  private Instant postponed(Verdict verdict, Instant now) {
    Duration wait =
        verdict.until() == null ? config.retryAtMost() : Duration.between(now, verdict.until());
    // Later only, never before the provider may be asked again.
    Duration least = wait.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : wait;
    return now.plus(least).plus(part(FIRST_PAUSE, chance.getAsDouble()));
  }

  private Duration spread(Duration middle) {
    return middle.plus(part(middle, SPREAD * (2 * chance.getAsDouble() - 1)));
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }
}
