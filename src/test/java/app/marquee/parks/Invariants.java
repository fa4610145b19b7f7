package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What holds between answers of one source version, whatever the facts: one number, one truth. */
final class Invariants {
  /** Rides looked at in detail per period: the worst and so the richest in outages. */
  private static final int RIDES = 12;

  private final Map<String, JsonNode> bodies;
  private final Function<String, JsonNode> get;

  /**
   * @param bodies the document of every key of the parks, whole
   * @param get the answer at a path
   */
  Invariants(Map<String, JsonNode> bodies, Function<String, JsonNode> get) {
    this.bodies = bodies;
    this.get = get;
  }

  void ridesAddUpToTheirParks() {
    for (String window : windows()) {
      Map<Long, Double> hours = new HashMap<>();
      Map<Long, Integer> rides = new HashMap<>();
      for (JsonNode ride : rows("ride_downtime_" + window)) {
        long park = ride.get("park_id").longValue();
        hours.merge(park, ride.get("downtime_hours").doubleValue(), Double::sum);
        rides.merge(park, 1, Integer::sum);
      }
      for (JsonNode park : rows("park_downtime_" + window)) {
        long id = park.get("park_id").longValue();
        assertThat(rides).as(window).containsEntry(id, park.get("total_rides").intValue());
        assertThat(park.get("total_downtime_hours").doubleValue())
            .as(window + " " + park.get("park_name"))
            .isCloseTo(hours.get(id), within(0.005 * rides.get(id) + 0.005 + 1e-9));
      }
    }
  }

  void chartsAndHeatMapsTellTheNumbersOfTheRankings() {
    for (SameNumbers same : SameNumbers.values()) {
      windows().stream()
          .filter(window -> !window.startsWith(ParkViews.LIVE))
          .forEach(window -> same.check(view -> bodies.get(view.name() + "_" + window)));
    }
  }

  void disneyAndUniversalRowsAreThoseOfAllParks() {
    lists()
        .filter(key -> key.endsWith(ParkViews.DISNEY_UNIVERSAL))
        .forEach(
            key -> {
              String all = key.replace(ParkViews.DISNEY_UNIVERSAL, ParkViews.ALL_PARKS);
              Set<JsonNode> among = new HashSet<>();
              rows(all).forEach(row -> among.add(unranked(row)));
              assertThat(rows(key))
                  .as(key)
                  .allSatisfy(row -> assertThat(among).contains(unranked(row)));
            });
  }

  void ranksHaveNoGapsAndScoresStayInTheirBounds() {
    lists()
        .forEach(
            key -> {
              int rank = 0;
              for (JsonNode row : rows(key)) {
                assertThat(row.get("rank").intValue()).as(key).isEqualTo(++rank);
                between(row.path("shame_score"), 10);
                between(row.path("uptime_percentage"), 100);
                between(row.path("current_uptime"), 100);
                between(row.path("previous_uptime"), 100);
              }
            });
  }

  void statusesAddUp() {
    JsonNode summary = bodies.get("status_summary_live");
    Map<String, Integer> overParks = new HashMap<>();
    for (JsonNode park : summary.get("parks")) {
      states().forEach(state -> overParks.merge(state, park.get(state).intValue(), Integer::sum));
      assertThat(park.get("total").intValue()).isEqualTo(sum(park));
    }
    JsonNode totals = summary.get("status_summary");
    states().forEach(s -> assertThat(overParks).containsEntry(s, totals.get(s).intValue()));
    assertThat(totals.get("total").intValue()).isEqualTo(sum(totals)).isPositive();
  }

  void parksInDetailTellTheNumbersOfTheirRanking() {
    for (String period : ParkViews.PERIODS) {
      for (JsonNode row : rows("park_downtime_" + period + "_" + ParkViews.ALL_PARKS)) {
        String path = "/api/parks/" + row.get("park_id") + "/details?period=" + period;
        JsonNode details = get.apply(path);
        JsonNode shame = details.get("shame_breakdown");
        for (String number :
            List.of("shame_score", "total_downtime_hours", "uptime_percentage", "total_rides")) {
          assertThat(shame.get(number)).as(path + " " + number).isEqualTo(row.get(number));
        }
        double down = weighted(shame.get("rides"), "down_minutes");
        double open = weighted(shame.get("rides"), "open_minutes");
        assertThat(shame.get("shame_score").doubleValue())
            .as(path)
            .isCloseTo(open == 0 ? 0 : 10 * down / open, within(0.05 + 1e-9));
      }
    }
  }

  void ridesInDetailTellTheNumbersOfTheirRanking() {
    for (String period : DetailViews.RIDE_DETAILS.periods()) {
      rows("ride_downtime_" + period + "_" + ParkViews.ALL_PARKS).stream()
          .limit(RIDES)
          .forEach(
              row -> {
                String path = "/api/rides/" + row.get("ride_id") + "/details?period=" + period;
                JsonNode ride = get.apply(path);
                JsonNode hours = row.get("downtime_hours");
                assertThat(ride.get("summary").get("total_downtime_hours")).isEqualTo(hours);
                assertThat(ride.get("summary").get("avg_wait_time"))
                    .isEqualTo(row.get("avg_wait_time"));
                for (String part : List.of("timeseries", "downtime_events")) {
                  String field = part.equals("timeseries") ? "downtime_hours" : "duration_hours";
                  double sum = 0;
                  for (JsonNode step : ride.get(part)) {
                    sum += step.get(field).doubleValue();
                  }
                  assertThat(sum)
                      .as(path + " " + part)
                      .isCloseTo(
                          hours.doubleValue(), within(0.005 * ride.get(part).size() + 0.006));
                }
              });
    }
  }

  private static double weighted(JsonNode rides, String minutes) {
    double sum = 0;
    for (JsonNode ride : rides) {
      sum += ride.get("weight").doubleValue() * ride.get(minutes).doubleValue();
    }
    return sum;
  }

  private Stream<String> lists() {
    return bodies.keySet().stream().filter(key -> key.matches("(park|ride|trends|awards)_.*"));
  }

  private Set<String> windows() {
    Set<String> windows = new HashSet<>();
    for (String key : bodies.keySet()) {
      if (key.startsWith("park_downtime_")) {
        windows.add(key.substring("park_downtime_".length()));
      }
    }
    return windows;
  }

  private List<JsonNode> rows(String key) {
    return StreamSupport.stream(bodies.get(key).get("data").spliterator(), false).toList();
  }

  private static List<String> states() {
    return List.of("OPERATING", "DOWN", "CLOSED", "REFURBISHMENT", "PARK_CLOSED");
  }

  private static int sum(JsonNode counts) {
    return states().stream().mapToInt(state -> counts.get(state).intValue()).sum();
  }

  private static void between(JsonNode score, int most) {
    if (score.isNumber()) {
      assertThat(score.doubleValue()).isBetween(0.0, (double) most);
    }
  }

  private static JsonNode unranked(JsonNode row) {
    return ((ObjectNode) row).deepCopy().without("rank");
  }
}
