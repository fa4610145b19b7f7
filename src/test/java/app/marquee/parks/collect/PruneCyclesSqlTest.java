package app.marquee.parks.collect;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.Provider;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PruneCyclesSqlTest {
  private static final CollectConfig CONFIG =
      new SmallRyeConfigBuilder()
          .withMapping(CollectConfig.class)
          .build()
          .getConfigMapping(CollectConfig.class);

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  @Test
  void oldCyclesGoAndTheLastDeliveryOfAProviderStays() {
    cycle("2026-01-01T00:00:00Z", 5);
    cycle("2026-01-02T00:00:00Z", 5);
    cycle("2026-01-03T00:00:00Z", 0);
    PruneCycles step =
        new PruneCycles(
            database.pool(), CONFIG, new ManualClock(Instant.parse("2026-04-03T00:00:00Z")));

    assertThat(step.prune(true).await().indefinitely().count()).isEqualTo(1);
    assertThat(step.prune(false).await().indefinitely().count()).isEqualTo(1);
    assertThat(step.prune(false).await().indefinitely().count()).isZero();
    assertThat(log().lastDeliveries().await().indefinitely())
        .containsEntry(Provider.QUEUE_TIMES, Instant.parse("2026-01-02T00:00:00Z"));
  }

  private static CycleLog log() {
    return new CycleLog(database.pool());
  }

  private static void cycle(String at, long snapshots) {
    Instant time = Instant.parse(at);
    long cycle = log().claim(Provider.QUEUE_TIMES, time, time).await().indefinitely().orElseThrow();
    log().finish(cycle, new CycleReport(1, snapshots, List.of()), time).await().indefinitely();
  }
}
