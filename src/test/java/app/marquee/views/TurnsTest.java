package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlines that facts set: they come and go while the service runs. */
class TurnsTest {
  private static final Instant START = ManualClock.START;

  private final ManualClock clock = new ManualClock();
  private final ViewIndex index = new ViewIndex();
  private final Turns turns = new Turns(clock, index);
  private final Deadline feature = new Deadline();

  private static final class Deadline implements Feature {
    private Instant at = Instant.MAX;
    private int asked;

    @Override
    public String name() {
      return "deadline";
    }

    @Override
    public List<View> views() {
      return List.of();
    }

    @Override
    public Uni<Instant> turnsAfter(Instant now) {
      asked++;
      return Uni.createFrom().item(at.isAfter(now) ? at : Instant.MAX);
    }
  }

  @Test
  void aDeadlineThatIsNewMakesOlderBuildsWrongWhenItPasses() {
    learn(1);
    assertThat(advance()).isFalse();
    feature.at = START.plus(Duration.ofHours(1));
    learn(2);
    assertThat(advance()).isFalse();
    assertThat(turns.turnedSince(feature, START)).isFalse();

    clock.tick(Duration.ofHours(1));

    assertThat(turns.turnedSince(feature, START)).isTrue();
    assertThat(advance()).isTrue();
    assertThat(turns.turnedSince(feature, START)).isTrue();
    assertThat(turns.turnedSince(feature, clock.instant())).isFalse();
  }

  @Test
  void factsThatSetNoDeadlineAreNoTurn() {
    learn(1);
    advance();
    clock.tick(Duration.ofHours(1));
    learn(2);

    assertThat(advance()).isFalse();
    assertThat(turns.turnedSince(feature, START)).isFalse();
  }

  @Test
  void whileNoFactChangesAFeatureIsAskedOnce() {
    learn(1);
    advance();
    int asked = feature.asked;

    advance();

    assertThat(feature.asked).isEqualTo(asked);
  }

  private void learn(long version) {
    index.source("deadline").learn(version, clock.instant());
  }

  private boolean advance() {
    return turns.advance(feature).await().indefinitely();
  }
}
