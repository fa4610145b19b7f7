package app.marquee.testkit;

import io.quarkus.test.Mock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A clock that stands still until a test moves it; in {@code @QuarkusTest} the injected one. */
@Mock
@Singleton
public final class ManualClock extends Clock {
  /** Where every manual clock starts: noon of a summer Saturday, UTC. */
  public static final Instant START = Instant.parse("2026-08-22T12:00:00Z");

  private final AtomicReference<Instant> now;

  public ManualClock() {
    this(START);
  }

  /** The injected one; {@code testkit.clock} tells where a test profile wants it to start. */
  @Inject
  ManualClock(@ConfigProperty(name = "testkit.clock") Optional<Instant> start) {
    this(start.orElse(START));
  }

  public ManualClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  public void tick(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("zones belong to parks, not to the clock");
  }
}
