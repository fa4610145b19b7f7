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
  /**
   * Longer than any day: at least one turn of every calendar lies within it. Deadlines may be
   * rarer.
   */
  private static final Duration LOOK_BACK = Duration.ofHours(26);

  /** As it follows from the facts of a source version: facts may set turns, such as a deadline. */
  private record Turn(Instant last, Instant next, long version) {}

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
  private final Clock clock;
  private final ViewIndex index;

  Turns(Clock clock, ViewIndex index) {
    this.clock = clock;
    this.index = index;
  }

  /**
   * Finds the turns around now; cheap while the next one lies ahead and no fact has changed. True
   * when one has passed since the last call.
   */
  Uni<Boolean> advance(Feature feature) {
    Instant now = clock.instant();
    Turn known = turns.get(feature.name());
    long version = index.source(feature.name()).current();
    if (known != null
        && known.version() == version
        && !now.isBefore(known.last())
        && now.isBefore(known.next())) {
      return Uni.createFrom().item(false);
    }
    Instant start = now.minus(LOOK_BACK);
    return next(feature, Instant.MIN, start, now, version)
        .map(
            turn -> {
              turns.put(feature.name(), turn);
              return known != null && turn.last().isAfter(known.last());
            });
  }

  private Uni<Turn> next(Feature feature, Instant last, Instant from, Instant now, long version) {
    return feature
        .turnsAfter(from)
        .chain(
            turn ->
                turn.isAfter(now)
                    ? Uni.createFrom().item(new Turn(last, turn, version))
                    : next(feature, turn, turn, now, version));
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
