package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.SourceChanged;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotIngestSqlTest {
  private static final String NINE = "2026-08-20T16:00:00Z"; // 09:00 in Los Angeles
  private static final String LOS_ANGELES = "America/Los_Angeles";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.park(1, LOS_ANGELES, "DOWN_AND_CLOSED");
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 2);
    parks.schedule(1, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");
  }

  @Test
  void addsUpMinutesByWhatTheRideSaid() {
    parks.ingest(feed(11, NINE, "owwdrc" + "owoooo"));

    assertThat(days(11)).containsExactly("2026-08-20 samples 12 open 120 operating 90 down 20 +0");
  }

  @Test
  void closureBetweenTwoOperatingCyclesIsDownAcrossHours() {
    parks.ingest(feed(11, NINE, "oooooc" + "cccccc" + "coooco"));

    assertThat(days(11)).containsExactly("2026-08-20 samples 18 open 180 operating 90 down 90 +0");
  }

  @Test
  void closureBeforeTheFirstIsNothingAndAfterTheLastTrails() {
    parks.ingest(feed(11, NINE, "cccccc" + "cooooo" + "oocccc"));

    assertThat(days(11)).containsExactly("2026-08-20 samples 18 open 180 operating 70 down 0 +40");
  }

  @Test
  void laterReopeningTurnsTrailingHoursIntoDowntime() {
    parks.ingest(feed(11, NINE, "oocccc" + "cccccc"));
    assertThat(days(11)).containsExactly("2026-08-20 samples 12 open 120 operating 20 down 0 +100");

    parks.ingest(feed(11, "2026-08-20T18:00:00Z", "o"));

    assertThat(days(11)).containsExactly("2026-08-20 samples 13 open 130 operating 30 down 100 +0");
  }

  @Test
  void plannedClosureOfADownOnlyParkIsNeverDown() {
    parks.park(2, LOS_ANGELES, "DOWN_ONLY");
    parks.ride(21, 2, 1);
    parks.schedule(2, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");

    parks.ingest(feed(21, NINE, "occddo"));

    assertThat(days(21)).containsExactly("2026-08-20 samples 6 open 60 operating 20 down 20 +0");
  }

  @Test
  void flagOnlyFeedShowsOutagesOfADownOnlyPark() {
    parks.park(2, LOS_ANGELES, "DOWN_ONLY");
    parks.ride(21, 2, 1);
    parks.schedule(2, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");

    parks.ingest(feed(21, NINE, "offoof"));

    assertThat(days(21)).containsExactly("2026-08-20 samples 6 open 60 operating 30 down 20 +10");
  }

  @Test
  void mixedIntervalsNeverExceedAnHour() {
    List<Snapshot> mixed = new ArrayList<>(feed(11, NINE, 60, "o"));
    mixed.addAll(feed(11, "2026-08-20T16:05:00Z", 5, "dddd"));
    mixed.addAll(feed(11, "2026-08-20T16:45:00Z", 15, "o"));
    parks.ingest(mixed);

    // 16:00 stands for five minutes until 16:05, four times five are down, 16:45 for fifteen.
    assertThat(days(11)).containsExactly("2026-08-20 samples 6 open 40 operating 20 down 20 +0");
  }

  @Test
  void newestSnapshotOfACycleCounts() {
    parks.ingest(feed(11, NINE, "o"));
    parks.ingest(feed(11, "2026-08-20T16:09:00Z", "d"));

    assertThat(days(11)).containsExactly("2026-08-20 samples 1 open 10 operating 0 down 10 +0");
  }

  @Test
  void nightPastMidnightBelongsToTheEveningBefore() {
    parks.schedule(1, "2026-08-21", "OPERATING", "2026-08-21T05:00:00Z", "2026-08-21T12:00:00Z");

    parks.ingest(feed(11, "2026-08-21T10:00:00Z", "oooooo" + "oooooo")); // 03:00 to 05:00

    assertThat(days(11))
        .containsExactly(
            "2026-08-20 samples 6 open 60 operating 60 down 0 +0",
            "2026-08-21 samples 6 open 60 operating 60 down 0 +0");
  }

  @Test
  void fallBackNightHasTwentyFiveHours() {
    parks.schedule(1, "2026-10-31", "OPERATING", "2026-10-31T11:00:00Z", "2026-11-01T11:59:59Z");
    parks.ingest(feed(11, "2026-10-31T11:00:00Z", 60, "o".repeat(25)));

    assertThat(days(11))
        .containsExactly("2026-10-31 samples 25 open 1500 operating 1500 down 0 +0");
    assertThat(parks.run("parkstest/ride_hours.sql", Map.of("ride_id", 11L)).size()).isEqualTo(25);
  }

  @Test
  void snapshotThereAlreadyStaysAsItIs() {
    parks.ingest(feed(11, NINE, "oo"));
    String before = parks.tables();

    IngestReport again = parks.ingest(feed(11, NINE, "do"));

    assertThat(again.inserted()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(parks.tables()).isEqualTo(before);
  }

  @Test
  void eachChangingTransactionBumpsTheVersionOnceAndTellsOnce() {
    long before = version();

    parks.ingest(feed(11, NINE, "oo"));
    parks.ingest(feed(11, NINE, "oo"));

    assertThat(version()).isEqualTo(before + 1);
    assertThat(parks.changes()).containsExactly(new SourceChanged("parks"));
  }

  @Test
  void statusChangesFollowLateSnapshots() {
    parks.ingest(feed(11, NINE, "o.d"));
    assertThat(changesOf(11)).containsExactly("16:20 OPERATING DOWN");

    parks.ingest(feed(11, "2026-08-20T16:10:00Z", "c"));

    assertThat(changesOf(11)).containsExactly("16:10 OPERATING CLOSED", "16:20 CLOSED DOWN");
  }

  @Test
  void lastOperatedIsTheNewestOperatingSnapshotWhateverTheOrder() {
    parks.ingest(feed(11, NINE, "oood"));
    parks.ingest(feed(11, "2026-08-20T15:00:00Z", "o"));

    assertThat(parks.tables()).contains("11 2026-08-20 16:20:00+00");
  }

  private List<String> days(long rideId) {
    List<String> days = new ArrayList<>();
    for (Row d : parks.run("parkstest/ride_days.sql", Map.of("ride_id", rideId))) {
      days.add(
          "%s samples %d open %d operating %d down %d +%d"
              .formatted(
                  d.getLocalDate("operating_day"),
                  d.getInteger("samples"),
                  d.getInteger("open_minutes"),
                  d.getInteger("operating_minutes"),
                  d.getInteger("down_minutes"),
                  d.getInteger("trailing_minutes")));
    }
    return days;
  }

  private List<String> changesOf(long rideId) {
    List<String> changes = new ArrayList<>();
    for (Row c : parks.run("parkstest/status_changes.sql", Map.of("ride_id", rideId))) {
      Instant at = c.getOffsetDateTime("changed_at").toInstant();
      changes.add(
          at.toString().substring(11, 16)
              + " "
              + c.getString("previous_status")
              + " "
              + c.getString("new_status"));
    }
    return changes;
  }

  private long version() {
    return parks.one("parkstest/source_version.sql", Map.of()).getLong("version");
  }
}
