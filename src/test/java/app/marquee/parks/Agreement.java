package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.Key;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Trends and awards say what the rankings of the same period and filter say, over any facts. */
final class Agreement {
  private static final BigDecimal THRESHOLD = new BigDecimal("5.0");

  private static final Map<String, View> RANKING_OF_AWARD =
      Map.of(
          AwardViews.LONGEST_WAITS_RIDES.name(), ParkViews.RIDE_WAITTIMES,
          AwardViews.LONGEST_WAITS_PARKS.name(), ParkViews.PARK_WAITTIMES,
          AwardViews.LEAST_RELIABLE_RIDES.name(), ParkViews.RIDE_DOWNTIME,
          AwardViews.LEAST_RELIABLE_PARKS.name(), ParkViews.PARK_DOWNTIME);

  private static final Map<String, View> RANKING_OF_TREND =
      Map.of(
          TrendViews.PARKS_IMPROVING.name(), ParkViews.PARK_DOWNTIME,
          TrendViews.PARKS_DECLINING.name(), ParkViews.PARK_DOWNTIME,
          TrendViews.RIDES_IMPROVING.name(), ParkViews.RIDE_DOWNTIME,
          TrendViews.RIDES_DECLINING.name(), ParkViews.RIDE_DOWNTIME);

  private Agreement() {}

  /** An award is the first of its ranking, left out who has nothing to get it for. */
  static void ofAward(Key key, ParksFixture parks, String now) {
    View ranking = RANKING_OF_AWARD.get(key.view());
    List<JsonNode> ranked =
        rows(ranking, key, parks, now).stream().filter(Agreement::hasAny).toList();

    List<JsonNode> awards = rows(view(AwardViews.views(), key), key, parks, now);

    assertThat(awards).as(key.toString()).hasSameSizeAs(ranked);
    for (int i = 0; i < awards.size(); i++) {
      JsonNode row = ranked.get(i);
      awards
          .get(i)
          .fields()
          .forEachRemaining(
              field ->
                  assertThat(field.getValue())
                      .as(key + " " + field.getKey())
                      .isEqualTo(row.get(field.getKey())));
    }
  }

  private static boolean hasAny(JsonNode row) {
    return Stream.of("total_downtime_hours", "downtime_hours", "avg_wait_time")
        .map(row::path)
        // Rides tell their waits beside their downtime, which comes first here.
        .filter(value -> !value.isMissingNode())
        .findFirst()
        .filter(value -> value.doubleValue() > 0)
        .isPresent();
  }

  /**
   * A trend lists who the ranking says has changed by the threshold, with the ranking's numbers.
   */
  static void ofTrend(Key key, ParksFixture parks, String now) {
    int sign = key.view().endsWith("improving") ? 1 : -1;
    Map<String, JsonNode> ranking = byId(rows(RANKING_OF_TREND.get(key.view()), key, parks, now));
    Map<String, JsonNode> moved = byId(rows(view(TrendViews.views(), key), key, parks, now));

    assertThat(ranking.keySet()).containsAll(moved.keySet());
    for (String id : ranking.keySet()) {
      BigDecimal change = ranking.get(id).get("trend_percentage").decimalValue();
      int beyond = change.multiply(BigDecimal.valueOf(sign)).compareTo(THRESHOLD);
      boolean listed = moved.containsKey(id);
      // 5.0 may be a rounded 4.96, which is not enough; the rules' own test has both.
      assertThat(listed).as(key + " " + id).isEqualTo(beyond == 0 ? listed : beyond > 0);
      if (listed) {
        assertSameNumbers(moved.get(id), ranking.get(id));
      }
    }
  }

  private static void assertSameNumbers(JsonNode moved, JsonNode ranked) {
    String hours = ranked.has("downtime_hours") ? "downtime_hours" : "total_downtime_hours";
    Map<String, String> names =
        Map.of(
            "change_percentage_points", "trend_percentage",
            "current_uptime", "uptime_percentage",
            "current_downtime_hours", hours,
            "queue_times_url", "queue_times_url");
    names.forEach((ours, its) -> assertThat(moved.get(ours)).as(ours).isEqualTo(ranked.get(its)));
  }

  private static View view(List<View> views, Key key) {
    return views.stream().filter(view -> view.name().equals(key.view())).findFirst().orElseThrow();
  }

  private static List<JsonNode> rows(View view, Key key, ParksFixture parks, String now) {
    JsonNode data = parks.document(view, key.period(), key.filter(), now).get("data");
    return Stream.iterate(0, i -> i + 1).limit(data.size()).map(data::get).toList();
  }

  private static Map<String, JsonNode> byId(List<JsonNode> rows) {
    Map<String, JsonNode> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.path("ride_id").asText() + "/" + row.get("park_id"), row));
    return byId;
  }
}
