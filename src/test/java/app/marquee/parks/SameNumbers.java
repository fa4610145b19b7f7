package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * A ranking, the chart and the heat map of its number, which must agree in everything they tell.
 */
enum SameNumbers {
  SHAME(
      ParkViews.PARK_DOWNTIME,
      ChartViews.PARK_SHAME,
      HeatMapViews.PARKS_SHAME,
      "park",
      ChartViews.SHAME),
  PARK_WAIT(
      ParkViews.PARK_WAITTIMES,
      ChartViews.WAIT_TIME,
      HeatMapViews.PARKS_WAITTIMES,
      "park",
      ChartViews.WAIT),
  DOWNTIME(
      ParkViews.RIDE_DOWNTIME,
      ChartViews.RIDE_DOWNTIME,
      HeatMapViews.RIDES_DOWNTIME,
      "ride",
      ChartViews.DOWNTIME),
  RIDE_WAIT(
      ParkViews.RIDE_WAITTIMES,
      ChartViews.RIDE_WAIT_TIME,
      HeatMapViews.RIDES_WAITTIMES,
      "ride",
      ChartViews.WAIT);

  /** Entities a chart holds at most. */
  private static final int SERIES = 100;

  private final View ranking;
  private final View chart;
  private final View heatMap;
  private final String entity;
  private final String metric;

  SameNumbers(View ranking, View chart, View heatMap, String entity, String metric) {
    this.ranking = ranking;
    this.chart = chart;
    this.heatMap = heatMap;
    this.entity = entity;
    this.metric = metric;
  }

  /** Compares the whole documents of one period and filter, as {@code read} finds them. */
  void check(Function<View, JsonNode> read) {
    JsonNode rows = read.apply(ranking).get("data");
    JsonNode chartData = read.apply(chart).get("chart_data");
    JsonNode map = read.apply(heatMap);
    JsonNode datasets = chartData.get("datasets");
    assertThat(datasets).hasSize(Math.min(SERIES, rows.size()));
    assertThat(map.get("entities")).hasSameSizeAs(datasets);
    assertThat(map.get("matrix")).hasSameSizeAs(datasets);
    assertThat(map.get("time_labels")).isEqualTo(chartData.get("labels"));
    assertThat(map.get("metric").asText()).isEqualTo(metric);
    for (int i = 0; i < datasets.size(); i++) {
      JsonNode dataset = datasets.get(i);
      assertThat(dataset.get("data")).hasSameSizeAs(chartData.get("labels"));
      sameRow(rows.get(i), dataset, "label");
      sameRow(rows.get(i), map.get("entities").get(i), "entity_name");
      assertThat(map.get("matrix").get(i)).isEqualTo(values(dataset));
      sumsUp(dataset);
    }
  }

  private void sameRow(JsonNode row, JsonNode shown, String name) {
    assertThat(shown.get("rank")).isEqualTo(row.get("rank"));
    assertThat(shown.get("entity_id")).isEqualTo(row.get(entity + "_id"));
    assertThat(shown.get(name)).isEqualTo(row.get(entity + "_name"));
    assertThat(shown.get("total_value")).isEqualTo(row.get(metric));
    for (String field : List.of("location", "park_name", "tier")) {
      if (shown.has(field)) {
        assertThat(shown.get(field)).isEqualTo(row.get(field));
      }
    }
  }

  private static JsonNode values(JsonNode dataset) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    dataset.get("data").forEach(point -> values.add(point.get("value")));
    return values;
  }

  private void sumsUp(JsonNode dataset) {
    JsonNode total = dataset.get("total_value");
    double weighted = 0;
    long weights = 0;
    long minutes = 0;
    for (JsonNode point : dataset.get("data")) {
      long weight = point.get("weight").longValue();
      assertThat(point.get("value").isNull()).isEqualTo(weight == 0);
      weighted += point.get("value").doubleValue() * weight;
      weights += weight;
      // Two decimals of an hour tell every minute apart, so the sum can be exact.
      minutes += Math.round(point.get("value").doubleValue() * 60);
    }
    if (total.isNull()) {
      assertThat(weights).isZero();
    } else if (this == DOWNTIME) {
      assertThat(total.decimalValue())
          .isEqualByComparingTo(
              BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
    } else {
      // Every point and the total are rounded to one decimal.
      assertThat(weighted / weights).isCloseTo(total.doubleValue(), within(0.1 + 1e-9));
    }
  }
}
