package app.marquee.parks;

import static app.marquee.parks.NastyWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.testkit.Golden;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the details say is what the rankings say, taken apart. */
class DetailsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static ParksFixture parks;

  @BeforeAll
  static void tellTheWorld() {
    parks = NastyWorld.tell(database);
  }

  static Stream<String> periods() {
    return ParkViews.PERIODS.stream();
  }

  static Stream<String> pastPeriods() {
    return DetailViews.RIDE_DETAILS.periods().stream();
  }

  @ParameterizedTest
  @MethodSource("periods")
  void aParkHasTheNumbersOfItsRanking(String period) {
    for (JsonNode row : rows(ParkViews.PARK_DOWNTIME, period)) {
      JsonNode shame = park(row.get("park_id").longValue(), period).get("shame_breakdown");
      for (String number :
          new String[] {
            "shame_score",
            "total_downtime_hours",
            "weighted_downtime_hours",
            "uptime_percentage",
            "effective_park_weight",
            "total_rides",
            "rides_down"
          }) {
        assertThat(shame.get(number)).as(period + " " + number).isEqualTo(row.get(number));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("periods")
  void theRidesMakeUpTheShameOfTheirPark(String period) {
    for (JsonNode row : rows(ParkViews.PARK_DOWNTIME, period)) {
      JsonNode shame = park(row.get("park_id").longValue(), period).get("shame_breakdown");
      double down = 0;
      double open = 0;
      double contributions = 0;
      for (JsonNode ride : shame.get("rides")) {
        int weight = ride.get("weight").intValue();
        down += weight * ride.get("down_minutes").doubleValue();
        open += weight * ride.get("open_minutes").doubleValue();
        contributions += ride.path("shame_contribution").doubleValue();
      }
      assertThat(down).isEqualTo(shame.get("weighted_down_minutes").doubleValue());
      assertThat(open).isEqualTo(shame.get("weighted_open_minutes").doubleValue());
      if (open > 0) {
        assertThat(shame.get("shame_score").doubleValue())
            .isCloseTo(10 * down / open, within(0.05));
        assertThat(contributions).isCloseTo(10 * down / open, within(0.01));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pastPeriods")
  void thePointsOfAParksChartWeighUpToItsShame(String period) {
    for (JsonNode row : rows(ParkViews.PARK_DOWNTIME, period)) {
      JsonNode park = park(row.get("park_id").longValue(), period);
      double sum = 0;
      double weight = 0;
      for (JsonNode point : park.get("chart").get("shame")) {
        sum += point.get("value").doubleValue() * point.get("weight").doubleValue();
        weight += point.get("weight").doubleValue();
      }
      JsonNode shame = park.get("shame_breakdown");
      assertThat(weight).isEqualTo(shame.get("weighted_open_minutes").doubleValue());
      if (weight > 0) {
        assertThat(sum / weight).isCloseTo(row.get("shame_score").doubleValue(), within(0.1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pastPeriods")
  void aRideHasTheNumbersOfItsRankings(String period) {
    for (JsonNode row : rows(ParkViews.RIDE_DOWNTIME, period)) {
      JsonNode summary = ride(row.get("ride_id").longValue(), period).get("summary");
      assertThat(summary.get("total_downtime_hours")).isEqualTo(row.get("downtime_hours"));
      assertThat(summary.get("uptime_percentage")).isEqualTo(row.get("uptime_percentage"));
      assertThat(summary.get("avg_wait_time")).isEqualTo(row.get("avg_wait_time"));
      assertThat(summary.get("peak_wait_time")).isEqualTo(row.get("peak_wait_time"));
    }
  }

  @ParameterizedTest
  @MethodSource("pastPeriods")
  void outagesHoursAndDaysAddUpToTheDowntimeOfTheirRide(String period) {
    for (JsonNode row : rows(ParkViews.RIDE_DOWNTIME, period)) {
      JsonNode ride = ride(row.get("ride_id").longValue(), period);
      double hours = row.get("downtime_hours").doubleValue();
      for (String part : new String[] {"timeseries", "hourly_breakdown"}) {
        assertThat(sum(ride.get(part), "downtime_hours"))
            .as(part + " of " + period)
            .isCloseTo(hours, within(0.005 * ride.get(part).size() + 0.006));
      }
      assertThat(sum(ride.get("downtime_events"), "duration_hours"))
          .as("outages of %s in %s", row.get("ride_name"), period)
          .isCloseTo(hours, within(0.005 * ride.get("downtime_events").size() + 0.006));
    }
  }

  @Test
  void anOutageAcrossMidnightIsOne() {
    JsonNode events = ride(11, "yesterday").get("downtime_events");

    assertThat(events).hasSize(1);
    assertThat(events.get(0).get("start_time").asText()).isEqualTo("2026-11-01T06:30:00Z");
    assertThat(events.get(0).get("end_time").asText()).isEqualTo("2026-11-01T07:50:00Z");
    assertThat(events.get(0).get("duration_hours").doubleValue()).isEqualTo(1.33);
    assertThat(events.get(0).get("is_ongoing").booleanValue()).isFalse();
  }

  @Test
  void anOutageThatLastsIsOngoing() {
    JsonNode events = ride(11, "today").get("downtime_events");

    assertThat(events.get(events.size() - 1).get("is_ongoing").booleanValue()).isTrue();
  }

  @Test
  void excludedRidesAndEligibleOnesAreAllThereAre() {
    for (String period : ParkViews.PERIODS) {
      JsonNode park = park(2, period);
      int attractions = park.get("tier_distribution").get("total_rides").intValue();
      assertThat(
              park.get("excluded_rides").size() + park.get("shame_breakdown").get("rides").size())
          .as(period)
          .isEqualTo(attractions);
    }
  }

  @Test
  void anUnknownIdHasNoDocument() {
    assertThat(parks.detail(DetailViews.PARK_DETAILS, "today", 4711, NOW)).isEmpty();
    assertThat(parks.detail(DetailViews.RIDE_DETAILS, "today", 4711, NOW)).isEmpty();
    assertThat(parks.detail(DetailViews.PARK_RIDES, null, 4711, NOW)).isEmpty();
  }

  @Test
  void aParkWithoutFactsSaysSo() {
    JsonNode park = park(4, "30days");

    assertThat(park.get("empty_reason").asText()).contains("no attraction was operating");
    assertThat(park.get("shame_breakdown").get("shame_score").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1,today", "1,yesterday", "3,live", "2,7days"})
  void parkDetailsAreAsReviewed(long id, String period) {
    Golden.assertMatches("parks", "park_details_" + period + "_" + id, park(id, period));
  }

  @ParameterizedTest
  @CsvSource({"11,yesterday", "31,yesterday", "22,7days"})
  void rideDetailsAreAsReviewed(long id, String period) {
    Golden.assertMatches("parks", "ride_details_" + period + "_" + id, ride(id, period));
  }

  @Test
  void directoriesAreAsReviewed() {
    Golden.assertMatches(
        "parks", "park_rides_2", parks.detail(DetailViews.PARK_RIDES, null, 2, NOW).orElseThrow());
    Golden.assertMatches(
        "parks",
        "park_list_all-parks",
        parks.document(DetailViews.PARK_LIST, null, ParkViews.ALL_PARKS, NOW));
    Golden.assertMatches(
        "parks", "search_index", parks.document(DetailViews.SEARCH_INDEX, null, null, NOW));
  }

  private static double sum(JsonNode rows, String field) {
    double sum = 0;
    for (JsonNode row : rows) {
      sum += row.get(field).doubleValue();
    }
    return sum;
  }

  private static JsonNode rows(View view, String period) {
    return parks.document(view, period, ParkViews.ALL_PARKS, NOW).get("data");
  }

  private static JsonNode park(long id, String period) {
    return parks.detail(DetailViews.PARK_DETAILS, period, id, NOW).orElseThrow();
  }

  private static JsonNode ride(long id, String period) {
    return parks.detail(DetailViews.RIDE_DETAILS, period, id, NOW).orElseThrow();
  }
}
