package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The database's clock, carried on between polls by this process's monotonic one, so that ages are
 * right on every node whatever its wall clock says.
 */
@ApplicationScoped
public class DatabaseTime {
  private record Reading(Instant time, long nanos) {}

  private volatile Reading last;

  void learn(Instant time) {
    last = new Reading(time, System.nanoTime());
  }

  /** Errors: {@link IllegalStateException} before the first poll. */
  public Instant now() {
    Reading reading = last;
    if (reading == null) {
      throw new IllegalStateException("the database has not been asked yet");
    }
    return reading.time().plusNanos(System.nanoTime() - reading.nanos());
  }
}
