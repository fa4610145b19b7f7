package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.proposals.metadata.Verdict.Outcome;
import app.marquee.testkit.ManualClock;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextAttemptTest {
  private static final Instant NOW = ManualClock.START;

  private static NextAttempt next(double chance) {
    return new NextAttempt(
        new SmallRyeConfigBuilder()
            .withMapping(MetadataConfig.class)
            .build()
            .getConfigMapping(MetadataConfig.class),
        () -> chance);
  }

  private static Verdict ended(Outcome outcome, Instant until) {
    return new Verdict(outcome, null, null, "so", until);
  }

  private static Duration pause(double chance, Outcome outcome, int failures) {
    return Duration.between(NOW, next(chance).after(ended(outcome, null), failures, NOW));
  }

  @ParameterizedTest
  @CsvSource({"0, PT1M", "1, PT2M", "5, PT32M", "8, PT4H16M", "9, PT6H", "1000, PT6H"})
  void failuresPauseTwiceAsLongEachTimeAndNoMoreThanSixHours(int failures, Duration pause) {
    assertThat(pause(0.5, Outcome.ERROR, failures)).isEqualTo(pause);
  }

  @Test
  void anAnswerIsFreshForADayGiveOrTakeATenth() {
    assertThat(Duration.between(NOW, next(0).freshUntil(NOW)))
        .isEqualTo(Duration.ofMinutes(24 * 60 - 144));
    assertThat(Duration.between(NOW, next(1).freshUntil(NOW)))
        .isEqualTo(Duration.ofMinutes(24 * 60 + 144));
  }

  @Test
  void aFilmNobodyKnowsWaitsAWeek() {
    assertThat(pause(0.5, Outcome.NOT_FOUND, 0)).isEqualTo(Duration.ofDays(7));
  }

  @Property(tries = 200)
  void jitterStaysWithinATenth(
      @ForAll @DoubleRange(min = 0, max = 1) double chance, @ForAll @IntRange(max = 30) int n) {
    Duration middle = pause(0.5, Outcome.ERROR, n);
    assertThat(pause(chance, Outcome.ERROR, n))
        .isBetween(middle.multipliedBy(9).dividedBy(10), middle.multipliedBy(11).dividedBy(10));
  }

  @Property(tries = 200)
  void whatIsPostponedIsNeverAskedForTooEarly(
      @ForAll @DoubleRange(min = 0, max = 1) double chance,
      @ForAll @IntRange(min = -100, max = 100_000) int seconds) {
    Instant until = NOW.plusSeconds(seconds);
    assertThat(next(chance).after(ended(Outcome.POSTPONED, until), 0, NOW))
        .isAfterOrEqualTo(until)
        .isAfterOrEqualTo(NOW.plusSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 | PT30S",
        "0 | PT1S",
        "999999999 | PT1H",
        "Sat, 22 Aug 2026 12:02:00 GMT | PT2M",
        "Sat, 22 Aug 2020 12:00:00 GMT | PT1S",
        "Sat, 22 Aug 2099 12:00:00 GMT | PT1H"
      })
  void whenToComeBackIsReadAsSecondsOrDateWithinASecondAndAnHour(String header, Duration after) {
    assertThat(RetryAfter.read(header, new ManualClock())).contains(after);
  }

  @Test
  void whenToComeBackMayMakeNoSense() {
    assertThat(RetryAfter.read(null, new ManualClock())).isEmpty();
    assertThat(RetryAfter.read("tomorrow", new ManualClock())).isEmpty();
    assertThat(RetryAfter.read("-1", new ManualClock())).isEmpty();
  }
}
