package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.PushOutcome.Accepted;
import app.marquee.parks.PushOutcome.Fault;
import app.marquee.parks.PushOutcome.Rejected;
import app.marquee.parks.PushOutcome.Unreadable;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnapshotPushSqlTest {
  private static final Instant NOW = Instant.parse("2026-08-22T12:00:00Z");

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;
  private SnapshotPush push;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    push =
        new SnapshotPush(
            database.pool(), ParksFixture.CONFIG, new ManualClock(NOW), parks.ingest());
    parks.park(1, "Europe/Paris", "DOWN_AND_CLOSED");
    parks.ride(11, 1, 1); // Queue-Times 110, ThemeParks.wiki wiki-ride-11
    parks.ride(12, 1, 2);
  }

  @Test
  void queueTimesRidesAreTakenFromLandsAndTheTopLevel() {
    Accepted taken =
        accepted(
            """
            {"park_id": 1, "recorded_at": "2026-08-22T11:50:00Z", "interval_minutes": 5,
             "lands": [{"id": 3, "name": "East", "rides": [
               {"id": 110, "name": "Coaster", "is_open": true, "wait_time": 25,
                "last_updated": "2026-08-22T11:49:00.000Z"},
               {"id": 999, "name": "Coaster Single Rider", "is_open": true, "wait_time": 5}]}],
             "rides": [{"id": 120, "name": "Carousel", "is_open": false, "wait_time": 0}]}
            """);

    assertThat(taken.report().inserted()).isEqualTo(2);
    assertThat(snapshots(11)).containsExactly("OPERATING stated false open true wait 25 of 5");
    assertThat(snapshots(12)).containsExactly("CLOSED stated false open false wait 0 of 5");
  }

  @Test
  void queueTimesReadingOfHalfAnHourAgoIsClosed() {
    accepted(
        """
        {"park_id": 1, "rides": [
          {"id": 110, "is_open": true, "wait_time": 25, "last_updated": "2026-08-22T11:30:00Z"},
          {"id": 120, "is_open": true, "wait_time": 25, "last_updated": "2026-08-22T11:29:59Z"}]}
        """);

    assertThat(snapshots(11)).containsExactly("OPERATING stated false open true wait 25 of 10");
    assertThat(snapshots(12)).containsExactly("CLOSED stated false open false wait 0 of 10");
  }

  @Test
  void wikiAttractionsAreTakenAndWhatElseLivesThereIsNot() {
    Accepted taken =
        accepted(
            """
            {"park_id": 1, "liveData": [
              {"id": "wiki-ride-11", "entityType": "ATTRACTION", "status": "OPERATING",
               "queue": {"STANDBY": {"waitTime": -1}, "SINGLE_RIDER": {"waitTime": 5}}},
              {"id": "wiki-ride-12", "entityType": "ATTRACTION", "status": "GONE_FISHING",
               "queue": {"STANDBY": {"waitTime": null}}},
              {"id": "nobody", "entityType": "RESTAURANT", "status": "OPERATING"}]}
            """);

    assertThat(taken.corrected()).isEqualTo(1);
    assertThat(snapshots(11)).containsExactly("OPERATING stated true open true wait null of 10");
    assertThat(snapshots(12)).containsExactly("null stated true open false wait null of 10");
  }

  @Test
  void flatRidesAreFoundByIdOrKey() {
    accepted(
        """
        {"park_key": "park-1", "rides": [
          {"ride_id": 11, "status": "DOWN"}, {"ride_key": "ride-12", "is_open": true}]}
        """);

    assertThat(snapshots(11)).containsExactly("DOWN stated true open false wait null of 10");
    assertThat(snapshots(12)).containsExactly("OPERATING stated false open true wait null of 10");
  }

  @Test
  void oneFaultKeepsEverythingOutAndEveryFaultIsNamed() {
    List<Fault> faults =
        rejected(
            """
            {"park_id": 1, "rides": [
              {"id": 110, "is_open": "yes", "wait_time": 25},
              {"id": 777, "is_open": true},
              {"id": 120, "is_open": true, "wait_time": 5},
              {"id": 120, "is_open": true, "wait_time": "5"},
              17]}
            """);

    assertThat(faults)
        .containsExactly(
            new Fault(0, "1", "is_open", "is_open is not true or false"),
            new Fault(1, "1", "id", "unknown Queue-Times ride 777"),
            new Fault(3, "1", "wait_time", "wait_time is not an integer"),
            new Fault(4, "1", null, "is not an object"));
    assertThat(snapshots(12)).isEmpty();
  }

  @Test
  void parkAndTimeAreCheckedBeforeTheRides() {
    assertThat(rejected("{\"park_id\": 9, \"rides\": []}"))
        .containsExactly(new Fault(null, "9", "park_id", "unknown park 9"));
    assertThat(
            rejected("{\"park_id\": 1, \"recorded_at\": \"2026-08-22T12:05:01Z\", \"rides\": []}"))
        .extracting(Fault::field)
        .containsExactly("recorded_at");
    assertThat(rejected("{\"park_id\": 1, \"interval_minutes\": 7, \"rides\": []}"))
        .extracting(Fault::field)
        .containsExactly("interval_minutes");
    assertThat(rejected("{\"park_id\": 1}")).extracting(Fault::field).containsExactly("rides");
  }

  @Test
  void linesAreAllOrNothing() {
    String good = "{\"ride_id\":11,\"recorded_at\":\"2026-08-22T11:00:00Z\",\"is_open\":true}\n";
    assertThat(ndjson(good + "{\"ride_id\":99,\"recorded_at\":\"2026-08-22T11:00:00Z\"}\n"))
        .isEqualTo(new Rejected(List.of(new Fault(1, null, "ride_id", "unknown ride 99"))));
    assertThat(snapshots(11)).isEmpty();

    assertThat(ndjson(good)).isInstanceOf(Accepted.class);
    assertThat(snapshots(11)).hasSize(1);
  }

  @Test
  void whatIsNotJsonIsUnreadable() {
    assertThat(json("{\"park_id\": 1,")).isInstanceOf(Unreadable.class);
    assertThat(json("[]")).isInstanceOf(Unreadable.class);
    assertThat(json("")).isInstanceOf(Unreadable.class);
  }

  private List<String> snapshots(long rideId) {
    return parks.run("parkstest/snapshots.sql", Map.of("ride_id", rideId)).stream()
        .map(
            row ->
                "%s stated %s open %s wait %s of %d"
                    .formatted(
                        row.getString("status"),
                        row.getBoolean("status_stated"),
                        row.getBoolean("is_open"),
                        row.getInteger("wait_time"),
                        row.getInteger("interval_minutes")))
        .toList();
  }

  private Accepted accepted(String body) {
    PushOutcome outcome = json(body);
    assertThat(outcome).isInstanceOf(Accepted.class);
    return (Accepted) outcome;
  }

  private List<Fault> rejected(String body) {
    PushOutcome outcome = json(body);
    assertThat(outcome).isInstanceOf(Rejected.class);
    return ((Rejected) outcome).faults();
  }

  private PushOutcome json(String body) {
    return push.json(body.getBytes(StandardCharsets.UTF_8)).await().indefinitely();
  }

  private PushOutcome ndjson(String body) {
    return push.ndjson(body.getBytes(StandardCharsets.UTF_8)).await().indefinitely();
  }
}
