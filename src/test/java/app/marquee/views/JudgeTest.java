package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.marquee.views.Condition.State;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final Freshness FOR_EVER =
      new Freshness(Duration.ofHours(26), Duration.ofHours(27), null);

  @ParameterizedTest
  @CsvSource({
    "PT0S, FRESH",
    "PT14M59.999S, FRESH",
    "PT15M, STALE",
    "PT29M59S, STALE",
    "PT30M, EXPIRED",
    "PT23H59M59S, EXPIRED",
    "PT24H, UNUSABLE",
  })
  void eachBoundBelongsToTheNextState(Duration age, State expected) {
    assertThat(Judge.byAge(Freshness.COMPUTE, age)).isEqualTo(expected);
  }

  @Property
  void anOlderBuildIsNeverInABetterState(
      @ForAll @LongRange(max = 200_000) long age, @ForAll @LongRange(max = 200_000) long more) {
    State younger = Judge.byAge(Freshness.COMPUTE, Duration.ofSeconds(age));
    State older = Judge.byAge(Freshness.COMPUTE, Duration.ofSeconds(age + more));

    assertThat(older).isGreaterThanOrEqualTo(younger);
  }

  @Property
  void withoutALastBoundABuildIsServedForEver(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long age) {
    assertThat(Judge.byAge(FOR_EVER, Duration.ofSeconds(age))).isNotEqualTo(State.UNUSABLE);
  }

  @Test
  void boundsThatDoNotGrowAreRefused() {
    assertThatThrownBy(() -> new Freshness(Duration.ofMinutes(5), Duration.ofMinutes(5), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBuildIsOutdatedSinceTheFirstVersionItLacks() {
    Instant noon = Instant.parse("2026-08-22T12:00:00Z");
    SourceHistory history = new SourceHistory();
    history.learn(1, noon);
    history.learn(2, noon.plusSeconds(10));
    history.learn(5, noon.plusSeconds(20));

    assertThat(history.outdatedSince(5)).isNull();
    assertThat(history.outdatedSince(2)).isEqualTo(noon.plusSeconds(20));
    assertThat(history.outdatedSince(1)).isEqualTo(noon.plusSeconds(10));
  }
}
