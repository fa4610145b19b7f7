package app.marquee.parks.collect;

import static app.marquee.parks.Provider.QUEUE_TIMES;
import static app.marquee.parks.Provider.THEMEPARKS_WIKI;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.ExpectedData;
import app.marquee.parks.FeedsFixture;
import app.marquee.parks.Provider;
import app.marquee.parks.collect.CycleReport.Failure;
import app.marquee.testkit.TestDatabase;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryWatchSqlTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private TestDatabase database;
  private CollectFixture collect;
  private final ExpectedData expected = new ExpectedData();
  private Sources sources;
  private DeliveryWatch watch;

  @BeforeEach
  void configureQueueTimes() {
    database = TestDatabase.create();
    collect = new CollectFixture(database, URI.create("http://127.0.0.1:1"));
    collect.set("queue-times.parks", "9");
    sources = collect.sources();
    watch = watch();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aProviderThatNeverDeliveredIsLateHalfAnHourAfterTheFirstLook() {
    look();
    collect.clock.tick(HALF_AN_HOUR.minusSeconds(1));
    look();
    assertThat(FeedsFixture.late(expected)).isFalse();

    collect.clock.tick(Duration.ofSeconds(1));
    look();

    assertThat(FeedsFixture.late(expected)).isTrue();
    assertThat(watch.late()).containsExactly(QUEUE_TIMES);
  }

  @Test
  void aDeliveryToAnotherNodeCounts() {
    look();
    collect.clock.tick(HALF_AN_HOUR);
    logged(QUEUE_TIMES, new CycleReport(1, 46, List.of()));

    look();

    assertThat(FeedsFixture.late(expected)).isFalse();
    assertThat(watch.silence(QUEUE_TIMES)).isZero();
  }

  @Test
  void aCycleThatBroughtNothingAndAnotherProvidersDoNot() {
    look();
    collect.clock.tick(HALF_AN_HOUR);
    logged(QUEUE_TIMES, failed());
    logged(THEMEPARKS_WIKI, new CycleReport(1, 35, List.of()));

    look();

    assertThat(FeedsFixture.late(expected)).isTrue();
  }

  @Test
  void afterARestartTheLastDeliveryIsRemembered() {
    logged(QUEUE_TIMES, new CycleReport(1, 46, List.of()));
    collect.clock.tick(Duration.ofHours(3));

    watch = watch();
    look();

    assertThat(FeedsFixture.late(expected)).isTrue();
    assertThat(watch.silence(QUEUE_TIMES)).hasHours(3);
  }

  @Test
  void readinessStaysUpAndCarriesTheWarning() {
    look();
    assertThat(health()).containsEntry("queue-times", "delivered 0 s ago");

    collect.clock.tick(HALF_AN_HOUR);
    look();

    assertThat(health()).containsExactly(Map.entry("queue-times", "warning: nothing for 1800 s"));
  }

  @Test
  void cyclesAndFailuresAreCountedAndSilenceIsMeasured() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    CollectMetrics metrics = new CollectMetrics(registry, sources, watch);
    metrics.onStart(new StartupEvent());
    look();
    metrics.on(new CycleEnded(QUEUE_TIMES, failed(), Duration.ofSeconds(3)));
    collect.clock.tick(Duration.ofMinutes(2));
    Tags provider = Tags.of("provider", "queue-times");

    assertThat(
            registry
                .get("marquee.parks.collect.cycles")
                .tags("provider", "queue-times", "status", "failed")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(
            registry
                .get("marquee.parks.collect.park.failures")
                .tags("provider", "queue-times", "reason", "time_out")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(registry.get("marquee.parks.collect.cycle").tags(provider).timer().count())
        .isEqualTo(1);
    assertThat(registry.get("marquee.parks.collect.silence").tags(provider).gauge().value())
        .isEqualTo(120);
  }

  @Test
  void withoutProvidersNobodyWaits() {
    sources = new CollectFixture(database, URI.create("http://127.0.0.1:1")).sources();
    watch = watch();
    look();
    collect.clock.tick(Duration.ofDays(1));
    look();

    assertThat(FeedsFixture.late(expected)).isFalse();
  }

  private DeliveryWatch watch() {
    return new DeliveryWatch(
        sources, FeedsFixture.config(Map.of()), collect.log, expected, collect.clock);
  }

  private void look() {
    watch.look().await().atMost(Duration.ofSeconds(10));
  }

  private Map<String, Object> health() {
    HealthCheckResponse answer = new CollectHealth(sources, watch).call();
    assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    return answer.getData().orElseThrow();
  }

  private static CycleReport failed() {
    return new CycleReport(
        1, 0, List.of(new Failure("9", "live", FailureReason.TIME_OUT, "no answer")));
  }

  private void logged(Provider provider, CycleReport report) {
    Instant now = collect.clock.instant();
    collect
        .log
        .claim(provider, now, now)
        .chain(cycle -> collect.log.finish(cycle.orElseThrow(), report, now))
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
