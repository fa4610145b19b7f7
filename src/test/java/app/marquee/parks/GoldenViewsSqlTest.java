package app.marquee.parks;

import static app.marquee.parks.NastyWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.testkit.Golden;
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

/** Documents of the rankings and of the summary over {@link NastyWorld}. */
class GoldenViewsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static ParksFixture parks;

  @BeforeAll
  static void tellTheWorld() {
    parks = NastyWorld.tell(database);
  }

  @ParameterizedTest
  @CsvSource({"live", "today", "yesterday", "7days"})
  void documentsAreAsReviewed(String period) {
    for (View view : rankings()) {
      Golden.assertMatches(
          "parks",
          view.key(period, ParkViews.ALL_PARKS).toString(),
          parks.document(view, period, ParkViews.ALL_PARKS, NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({"30days", "last_week"})
  void longerWindowsOfParkDowntimeAreAsReviewed(String period) {
    Golden.assertMatches(
        "parks",
        ParkViews.PARK_DOWNTIME.key(period, ParkViews.ALL_PARKS).toString(),
        parks.document(ParkViews.PARK_DOWNTIME, period, ParkViews.ALL_PARKS, NOW));
  }

  @Test
  void summaryIsAsReviewed() {
    Golden.assertMatches(
        "parks",
        "status_summary_live",
        parks.document(ParkViews.STATUS_SUMMARY, "live", null, NOW));
  }

  @Test
  void emptyPeriodHasNoRowsAndSaysSo() {
    Golden.assertMatches(
        "parks",
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
