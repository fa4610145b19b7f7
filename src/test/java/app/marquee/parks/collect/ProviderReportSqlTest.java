package app.marquee.parks.collect;

import static app.marquee.parks.Provider.QUEUE_TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.ExpectedData;
import app.marquee.parks.FeedsFixture;
import app.marquee.parks.collect.CycleReport.Failure;
import app.marquee.testkit.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderReportSqlTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SLOT = Duration.ofMinutes(10);

  private TestDatabase database;
  private CollectFixture collect;
  private DeliveryWatch watch;

  @BeforeEach
  void configureQueueTimes() {
    database = TestDatabase.create();
    collect = new CollectFixture(database, URI.create("http://127.0.0.1:1"));
    collect.clock.set(Instant.parse("2026-08-22T12:00:00Z"));
    collect.set("queue-times.parks", "9,57");
    watch =
        new DeliveryWatch(
            collect.sources(),
            FeedsFixture.config(Map.of()),
            collect.log,
            new ExpectedData(),
            collect.clock);
    look();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aProviderThatWasNeverAskedHasNoCycle() {
    assertThat(providers().getJsonObject(0).getMap())
        .containsEntry("name", "queue-times")
        .containsEntry("parks_configured", 2)
        .containsEntry("silent", false)
        .containsEntry("last_delivery_at", null)
        .containsEntry("last_cycle", null)
        .containsEntry("failures", List.of());
  }

  @Test
  void itsLastCycleAndItsLastDeliveryAreToldAsStored() {
    cycle(new CycleReport(2, 46, List.of()));
    collect.clock.tick(SLOT);
    cycle(new CycleReport(2, 0, List.of(failure("9", "no answer"), failure("57", "no answer"))));

    JsonObject told = providers().getJsonObject(0);

    assertThat(told.getString("last_delivery_at")).isEqualTo("2026-08-22T12:00:00Z");
    assertThat(told.getJsonObject("last_cycle").getMap())
        .containsEntry("slot_at", "2026-08-22T12:10:00Z")
        .containsEntry("completed_at", "2026-08-22T12:10:00Z")
        .containsEntry("status", "failed")
        .containsEntry("parks_total", 2)
        .containsEntry("parks_failed", 2)
        .containsEntry("snapshots", 0)
        .containsEntry("error_message", "every park failed");
  }

  @Test
  void theNewestTenFailuresOfAWeekAreTold() {
    cycle(new CycleReport(2, 1, List.of(failure("9", "forgotten"))));
    collect.clock.tick(Duration.ofDays(7));
    IntStream.range(0, 12)
        .forEach(
            n -> {
              collect.clock.tick(SLOT);
              cycle(new CycleReport(2, 1, List.of(failure("9", "attempt " + n))));
            });

    JsonArray failures = providers().getJsonObject(0).getJsonArray("failures");

    assertThat(failures).hasSize(10);
    assertThat(failures.getJsonObject(0).getMap())
        .containsEntry("park", "9")
        .containsEntry("step", "live")
        .containsEntry("reason", "time_out")
        .containsEntry("message", "attempt 11")
        .containsEntry("at", "2026-08-29T14:00:00Z");
    assertThat(failures.getJsonObject(9).getString("message")).isEqualTo("attempt 2");
  }

  @Test
  void whatFailedLongerAgoIsLeftOut() {
    cycle(new CycleReport(2, 1, List.of(failure("9", "forgotten"))));
    collect.clock.tick(Duration.ofDays(7).plusSeconds(1));

    assertThat(providers().getJsonObject(0).getJsonArray("failures")).isEmpty();
  }

  @Test
  void oneThatDeliversNothingIsSilent() {
    collect.clock.tick(Duration.ofMinutes(30));
    look();

    assertThat(providers().getJsonObject(0).getBoolean("silent")).isTrue();
  }

  private JsonArray providers() {
    String report =
        new ProviderReport(database.pool(), collect.sources(), watch, collect.clock)
            .report()
            .await()
            .atMost(PATIENCE);
    return new JsonObject(report).getJsonArray("providers");
  }

  private void look() {
    watch.look().await().atMost(PATIENCE);
  }

  private static Failure failure(String park, String message) {
    return new Failure(park, "live", FailureReason.TIME_OUT, message);
  }

  private void cycle(CycleReport report) {
    Instant now = collect.clock.instant();
    collect
        .log
        .claim(QUEUE_TIMES, now, now)
        .chain(cycle -> collect.log.finish(cycle.orElseThrow(), report, now))
        .await()
        .atMost(PATIENCE);
  }
}
