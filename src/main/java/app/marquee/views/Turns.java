package app.marquee.views;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each feature's documents last changed their meaning by time alone, and when they will next.
 */
@ApplicationScoped
class Turns {
  /** Longer than any day: at least one turn of every calendar lies within it. */
  private static final Duration LOOK_BACK = Duration.ofHours(26);

  private record Turn(Instant last, Instant next) {}

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
  private final Clock clock;

  Turns(Clock clock) {
    this.clock = clock;
  }

  /**
   * Finds the turns around now; cheap while the next one lies ahead. True when one has passed since
   * the last call.
   */
  Uni<Boolean> advance(Feature feature) {
    Instant now = clock.instant();
    Turn known = turns.get(feature.name());
    if (known != null && !now.isBefore(known.last()) && now.isBefore(known.next())) {
      return Uni.createFrom().item(false);
    }
    Instant start = now.minus(LOOK_BACK);
    return next(feature, start, start, now)
        .map(
            turn -> {
              turns.put(feature.name(), turn);
              return known != null && turn.last().isAfter(known.last());
            });
  }

  private Uni<Turn> next(Feature feature, Instant last, Instant from, Instant now) {
    return feature
        .turnsAfter(from)
        .chain(
            turn ->
                turn.isAfter(now)
                    ? Uni.createFrom().item(new Turn(last, turn))
                    : next(feature, turn, turn, now));
  }

  /** Whether a turn lies between the {@code :now} of a build and this moment. */
  boolean turnedSince(Feature feature, Instant builtFor) {
    Turn turn = turns.get(feature.name());
    if (turn == null) {
      return false;
    }
    return builtFor.isBefore(clock.instant().isBefore(turn.next()) ? turn.last() : turn.next());
  }
}
