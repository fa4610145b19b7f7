package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left to try, counted by many at once. */
class AttemptsSqlTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock();
  private final Attempts attempts = new Attempts(DATABASE.pool(), clock);

  @Test
  void soManyAtOnceThenOneEachTime() {
    Allowance three = new Allowance("three", 3, MINUTE);
    for (int i = 0; i < 3; i++) {
      assertThat(spend(three)).isEmpty();
    }
    assertThat(spend(three)).contains(MINUTE);

    clock.tick(Duration.ofSeconds(59));
    assertThat(spend(three)).contains(Duration.ofSeconds(1));
    clock.tick(Duration.ofSeconds(1));
    assertThat(spend(three)).isEmpty();
    assertThat(spend(three)).contains(MINUTE);

    clock.tick(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      assertThat(spend(three)).isEmpty();
    }
    assertThat(spend(three)).isPresent();
  }

  @Test
  void whatIsLeftAndWhenItIsWholeAgainIsTold() {
    Allowance thirty = new Allowance("thirty", 30, Duration.ofSeconds(2));

    assertThat(await(attempts.spend(thirty, "key")))
        .isEqualTo(new Balance(thirty, 29, Duration.ofSeconds(2), Optional.empty()));
    assertThat(await(attempts.spend(thirty, "key")))
        .isEqualTo(new Balance(thirty, 28, Duration.ofSeconds(4), Optional.empty()));
    clock.tick(Duration.ofSeconds(3));
    assertThat(await(attempts.spend(thirty, "key")).left()).isEqualTo(28);
  }

  @Test
  void whatIsRefusedMakesNobodyWaitLonger() {
    Allowance one = new Allowance("one", 1, MINUTE);
    assertThat(spend(one)).isEmpty();
    for (int i = 0; i < 5; i++) {
      assertThat(spend(one)).contains(MINUTE);
    }
  }

  @Test
  void whatIsGivenBackOrForgottenMayBeTriedAgain() {
    Allowance one = new Allowance("back", 1, MINUTE);
    assertThat(spend(one)).isEmpty();
    await(attempts.giveBack(one, "key"));
    assertThat(spend(one)).isEmpty();
    await(attempts.forget(one, "key"));
    assertThat(spend(one)).isEmpty();
    assertThat(spend(one)).isPresent();
  }

  @Test
  void ofManyAtOnceNoMoreAreLetThroughThanThereAre() {
    Allowance five = new Allowance("five", 5, MINUTE);
    List<Uni<Balance>> many =
        Stream.generate(() -> attempts.spend(five, "key")).limit(40).collect(Collectors.toList());

    List<Balance> balances = await(Uni.join().all(many).andFailFast());

    assertThat(balances.stream().filter(Balance::spent)).hasSize(5);
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOut() {
    Allowance one = new Allowance("clock", 1, MINUTE);
    assertThat(spend(one)).isEmpty();
    clock.tick(Duration.ofDays(90).negated());
    assertThat(spend(one)).isEmpty();
    assertThat(spend(one)).contains(MINUTE);

    clock.tick(Duration.ofSeconds(30).negated());
    assertThat(spend(one)).as("nodes that disagree a little count together").isPresent();
  }

  @Test
  void whatIsWholeAgainIsLetGo() {
    Allowance one = new Allowance("gone", 1, MINUTE);
    spend(one);
    clock.tick(MINUTE.plusSeconds(1));
    await(attempts.prune());
    assertThat(spend(one)).isEmpty();
  }

  private Optional<Duration> spend(Allowance allowance) {
    return await(attempts.spend(allowance, "key")).retryAfter();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
