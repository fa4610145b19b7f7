package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayClockTest {
  private static final Instant THEN = Instant.parse("2019-07-04T18:30:00Z");

  private final ManualClock system = new ManualClock();

  @Test
  void startsAtTheGivenInstantAndTicksOn() {
    ReplayClock replay = new ReplayClock(Optional.of(THEN), system);
    assertThat(replay.clock().instant()).isEqualTo(THEN);

    system.tick(Duration.ofSeconds(90));

    assertThat(replay.clock().instant()).isEqualTo(THEN.plusSeconds(90));
    assertThat(replay.from()).contains(THEN);
  }

  @Test
  void isTheSystemsWhenNothingIsReplayed() {
    ReplayClock real = new ReplayClock(Optional.empty(), system);

    assertThat(real.clock().instant()).isEqualTo(system.instant());
    assertThat(real.from()).isEmpty();
  }
}
