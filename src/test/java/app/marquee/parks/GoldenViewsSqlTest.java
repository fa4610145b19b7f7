package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.Key;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents over a small nasty world: noon after a night of 25 hours in Los Angeles, early morning
 * in Tokyo, whose day has just turned; a tie, a park without rides, a late hour, an outage across
 * midnight, a Disney park fed by a flag-only feed.
 */
class GoldenViewsSqlTest {
  private static final String NOW = "2026-11-01T20:05:00Z";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static ParksFixture parks;

  @BeforeAll
  static void tellTheWorld() {
    parks = new ParksFixture(database);
    losAngelesByFlagsOnly();
    orlandoWithTies();
    tokyoThroughTheNight();
    parks.park(4, "Europe/Paris", "DOWN_AND_CLOSED");
  }

  private static void losAngelesByFlagsOnly() {
    parks.park(1, "America/Los_Angeles", "DOWN_ONLY", true, 16L);
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 3);
    parks.schedule(1, "2026-10-31", "OPERATING", "2026-10-31T16:00:00Z", "2026-11-01T10:00:00Z");
    parks.schedule(1, "2026-11-01", "OPERATING", "2026-11-01T16:00:00Z", "2026-11-02T06:00:00Z");
    // 23:00 local, an hour before the clocks go back at 02:00: down from 23:30 to 00:50.
    parks.ingest(feed(11, "2026-11-01T06:00:00Z", "wwwfff" + "fffffw" + "wwwwww" + "wwwwww"));
    parks.ingest(feed(12, "2026-11-01T06:00:00Z", "oooooo" + "oooooo"));
    parks.ingest(feed(11, "2026-11-01T16:00:00Z", "ffwwww" + "wwffww" + "wwwwww" + "wwwwff"));
    parks.ingest(feed(12, "2026-11-01T16:00:00Z", "oooooo" + "oooooo" + "oooooo" + "ooooooo"));
  }

  private static void orlandoWithTies() {
    parks.park(2, "America/New_York", "DOWN_AND_CLOSED");
    parks.ride(21, 2, 2);
    parks.ride(22, 2, null);
    parks.ride(23, 2, 1, "SHOW", true);
    parks.ride(24, 2, 2);
    // No schedule today: open while all of its three attractions operate. Two lose 20 minutes each
    // yesterday.
    parks.ingest(feed(24, "2026-11-01T15:00:00Z", "oooooo" + "oooooo" + "oooooo"));
    parks.ingest(feed(21, "2026-11-01T15:00:00Z", "owwwww" + "oooooo" + "oooooo"));
    parks.ingest(feed(22, "2026-11-01T15:00:00Z", "oooooo" + "oooooo" + "oooooo"));
    parks.schedule(2, "2026-10-31", "OPERATING", "2026-10-31T14:00:00Z", "2026-10-31T22:00:00Z");
    parks.ingest(feed(21, "2026-10-31T15:00:00Z", "ooddoo" + "oooooo"));
    parks.ingest(feed(22, "2026-10-31T15:00:00Z", "oocc" + "oooooooo"));
    // A late hour: what was recorded before all of the above arrives last.
    parks.ingest(feed(21, "2026-10-31T14:00:00Z", "oooooo"));
  }

  private static void tokyoThroughTheNight() {
    parks.park(3, "Asia/Tokyo", "DOWN_ONLY", true, null);
    parks.ride(31, 3, 1);
    parks.ride(32, 3, 2);
    parks.schedule(3, "2026-11-01", "OPERATING", "2026-11-01T00:00:00Z", "2026-11-01T18:00:00Z");
    parks.schedule(3, "2026-11-02", "OPERATING", "2026-11-01T19:00:00Z", "2026-11-02T12:00:00Z");
    parks.ingest(feed(31, "2026-11-01T13:00:00Z", "oooooo" + "oodddd" + "dddddd" + "odrrco"));
    parks.ingest(feed(32, "2026-11-01T13:00:00Z", "wwwwww" + "wwwwww" + "cccccc" + "cccccc"));
    parks.ingest(feed(31, "2026-11-01T19:00:00Z", "oooooo" + "d"));
    parks.ingest(feed(32, "2026-11-01T19:00:00Z", "cooooo" + "r"));
  }

  @ParameterizedTest
  @CsvSource({"live", "today", "yesterday", "7days"})
  void documentsAreAsReviewed(String period) {
    for (View view : rankings()) {
      Golden.assertMatches(
          view.key(period, ParkViews.ALL_PARKS).toString(),
          parks.document(view, period, ParkViews.ALL_PARKS, NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({"30days", "last_week"})
  void longerWindowsOfParkDowntimeAreAsReviewed(String period) {
    Golden.assertMatches(
        ParkViews.PARK_DOWNTIME.key(period, ParkViews.ALL_PARKS).toString(),
        parks.document(ParkViews.PARK_DOWNTIME, period, ParkViews.ALL_PARKS, NOW));
  }

  @Test
  void summaryIsAsReviewed() {
    Golden.assertMatches(
        "status_summary_live", parks.document(ParkViews.STATUS_SUMMARY, "live", null, NOW));
  }

  @Test
  void emptyPeriodHasNoRowsAndSaysSo() {
    Golden.assertMatches(
        "park_downtime_last_month_empty",
        parks.document(
            ParkViews.PARK_DOWNTIME, "last_month", ParkViews.ALL_PARKS, "2026-10-15T12:00:00Z"));
  }

  static Stream<Key> keys() {
    return rankings().stream().flatMap(view -> view.keys().stream());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void ranksCountWithoutGapsAndTheFilterOnlyLeavesRowsOut(Key key) {
    View view = rankings().stream().filter(v -> v.name().equals(key.view())).findFirst().get();
    JsonNode all = parks.document(view, key.period(), ParkViews.ALL_PARKS, NOW).get("data");
    JsonNode rows = parks.document(view, key.period(), key.filter(), NOW).get("data");

    List<Integer> ranks = new ArrayList<>();
    rows.forEach(row -> ranks.add(row.get("rank").intValue()));
    assertThat(ranks).isEqualTo(Stream.iterate(1, n -> n + 1).limit(rows.size()).toList());
    assertThat(unranked(all).values()).containsAll(unranked(rows).values());
  }

  @ParameterizedTest
  @CsvSource({"live", "today", "yesterday", "7days", "30days", "last_week", "last_month"})
  void downtimeOfRidesAddsUpToThatOfTheirPark(String period) {
    Map<Long, Double> ofRides = new HashMap<>();
    for (JsonNode ride : rows(ParkViews.RIDE_DOWNTIME, period)) {
      ofRides.merge(
          ride.get("park_id").longValue(), ride.get("downtime_hours").doubleValue(), Double::sum);
    }
    for (JsonNode park : rows(ParkViews.PARK_DOWNTIME, period)) {
      double sum = ofRides.getOrDefault(park.get("park_id").longValue(), 0.0);
      assertThat(park.get("total_downtime_hours").doubleValue())
          .isCloseTo(sum, within(0.005 * park.get("total_rides").intValue() + 1e-9));
    }
  }

  private static JsonNode rows(View view, String period) {
    return parks.document(view, period, ParkViews.ALL_PARKS, NOW).get("data");
  }

  private static Map<String, JsonNode> unranked(JsonNode rows) {
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode row : rows) {
      ObjectNode copy = row.deepCopy();
      copy.remove("rank");
      byId.put(copy.path("ride_id").asText() + "/" + copy.get("park_id"), copy);
    }
    return byId;
  }

  private static List<View> rankings() {
    return List.of(
        ParkViews.PARK_DOWNTIME,
        ParkViews.PARK_WAITTIMES,
        ParkViews.RIDE_DOWNTIME,
        ParkViews.RIDE_WAITTIMES);
  }
}
