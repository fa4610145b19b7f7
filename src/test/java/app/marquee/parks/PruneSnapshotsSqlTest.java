package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.marquee.db.Sql;
import app.marquee.imports.ImportReport;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.PruneStep;
import io.vertx.mutiny.sqlclient.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Months of snapshots pruned, and what comes in for them later. Today is the 22nd of August. */
class PruneSnapshotsSqlTest {
  private static final String NOW = "2026-08-22T12:00:00Z";
  private static final String LINES = "ride_id,recorded_at,status\n";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.run("parkstest/reopen_months.sql", Map.of());
    // Half an hour off: one of its hours lies in two months of UTC.
    parks.park(1, "Asia/Kolkata", "DOWN_AND_CLOSED");
    for (long ride = 11; ride <= 13; ride++) {
      parks.ride(ride, 1, 1);
      parks.ingest(ParksFixture.feed(ride, "2026-04-30T22:00:00Z", "oooddooooooowwwwwoooooo"));
      parks.ingest(ParksFixture.feed(ride, "2026-06-30T06:00:00Z", "ooodoo"));
    }
  }

  @Test
  void wholeMonthsGoAndWhatWasRolledUpFromThemStays() {
    String hours = hours();

    assertThat(prune(NOW, true).names()).containsExactly("2026-04");
    assertThat(snapshots("2026-04-30T22:00:00Z")).isEqualTo(1);
    assertThat(prune(NOW, false)).isEqualTo(new PruneStep.Pruned(1, List.of("2026-04")));

    assertThat(snapshots("2026-04-30T22:00:00Z")).isZero();
    assertThat(snapshots("2026-05-01T00:00:00Z")).isEqualTo(1);
    assertThat(hours()).isEqualTo(hours);
    assertThat(prune(NOW, false).count()).isZero();
  }

  @Test
  void aMonthGoesOnceItsLastDayIsOldEnough() {
    assertThat(prune("2026-07-29T23:59:59Z", true).names()).isEmpty();
    assertThat(prune("2026-07-30T00:00:00Z", true).names()).containsExactly("2026-04");
    assertThat(prune("2026-12-24T00:00:00Z", true).names())
        .containsExactly("2026-04", "2026-05", "2026-06");
  }

  @Test
  void linesOfAClosedMonthAreRejectedAndTheOthersTaken() {
    prune(NOW, false);
    String hours = hours();

    ImportReport report =
        imported(
            ImportKind.SNAPSHOTS,
            LINES + "11,2026-04-30T23:59:59Z,DOWN\n11,2026-05-01T12:00:00Z,OPERATING\n");

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.errors())
        .extracting(ImportReport.Rejected::reason)
        .containsExactly(
            "month-closed: the snapshots of 2026-04 were pruned, not 2026-04-30T23:59:59Z");
    assertThat(hours()).startsWith(hours.substring(0, hours.indexOf("2026-06")));
  }

  @Test
  void aMonthClosedSinceALineWasReadIsNotMadeAgain() {
    prune(NOW, false);
    LocalDate[] april = {LocalDate.parse("2026-04-01")};

    assertThatThrownBy(
            () ->
                Sql.of("parks/ensure_months.sql")
                    .on(database.pool(), Map.of("months", april))
                    .await()
                    .indefinitely())
        .hasMessageContaining("month-closed: the snapshots of 2026-04 were pruned");
  }

  @Test
  void aPushForAClosedMonthIsRejected() {
    prune(NOW, false);
    SnapshotPush push =
        new SnapshotPush(
            database.pool(),
            ParksFixture.CONFIG,
            new ManualClock(Instant.parse(NOW)),
            parks.ingest());

    PushOutcome outcome =
        push.json(
                """
                {"park_id": 1, "recorded_at": "2026-04-30T12:00:00Z",
                 "rides": [{"ride_id": 11, "status": "DOWN"}]}
                """
                    .getBytes(StandardCharsets.UTF_8))
            .await()
            .indefinitely();

    assertThat(((PushOutcome.Rejected) outcome).faults())
        .extracting(PushOutcome.Fault::reason)
        .allMatch(reason -> reason.startsWith("month-closed: "));
  }

  @Test
  void lateOpeningHoursAndAnotherRuleLeaveClosedMonthsAsTheyWere() {
    prune(NOW, false);
    String before = hoursOf("2026-04");

    imported(
        ImportKind.SCHEDULES,
        "park_id,date,type,opening_time,closing_time\n"
            + "1,2026-04-30,OPERATING,2026-04-30T04:00:00Z,2026-05-01T03:00:00Z\n");
    imported(
        ImportKind.PARKS,
        "park_id,park_key,name,timezone,down_rule\n1,park-1,Park 1,Asia/Kolkata,DOWN_ONLY\n");

    assertThat(before).contains("2026-04-30T23:30");
    assertThat(hoursOf("2026-04")).isEqualTo(before);
    assertThat(hoursOf("2026-06")).contains("2026-06-30T06:30");
  }

  @Test
  void twoNodesAtOnceCloseAMonthOnce() {
    CompletableFuture<PruneStep.Pruned> other =
        CompletableFuture.supplyAsync(() -> prune(NOW, false));
    long one = prune(NOW, false).count();

    assertThat(one + other.join().count()).isEqualTo(1);
  }

  private PruneStep.Pruned prune(String now, boolean dryRun) {
    return new PruneSnapshots(
            database.pool(), ParksFixture.CONFIG, new ManualClock(Instant.parse(now)))
        .prune(dryRun)
        .await()
        .indefinitely();
  }

  private ImportReport imported(ImportKind kind, String text) {
    return parks.importFile(
        kind,
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new Importer.Options(Map.of(), null),
        NOW);
  }

  private long snapshots(String at) {
    return parks
        .one("parkstest/snapshots_at.sql", Map.of("ride_id", 11L, "at", Instant.parse(at)))
        .getLong("count");
  }

  private String hours() {
    return String.join("\n", hourLines());
  }

  private String hoursOf(String month) {
    return String.join("\n", hourLines().stream().filter(line -> line.startsWith(month)).toList());
  }

  private List<String> hourLines() {
    List<String> lines = new ArrayList<>();
    for (Row row : parks.run("parkstest/ride_hours.sql", Map.of("ride_id", 11L))) {
      lines.add(
          "%s %d samples %d operating %d down"
              .formatted(
                  row.getOffsetDateTime("hour_start"),
                  row.getLong("samples"),
                  row.getLong("operating_minutes"),
                  row.getLong("down_minutes")));
    }
    return lines;
  }
}
