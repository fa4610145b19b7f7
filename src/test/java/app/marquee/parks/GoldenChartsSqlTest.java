package app.marquee.parks;

import static app.marquee.parks.NastyWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.Golden;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of charts and heat maps over {@link NastyWorld}, alone and against the rankings. */
class GoldenChartsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static ParksFixture parks;

  @BeforeAll
  static void tellTheWorld() {
    parks = NastyWorld.tell(database);
  }

  static Stream<Arguments> reviewed() {
    return Stream.of(
        Arguments.of(ChartViews.PARK_SHAME, "yesterday"),
        Arguments.of(ChartViews.PARK_SHAME, "7days"),
        Arguments.of(ChartViews.WAIT_TIME, "yesterday"),
        Arguments.of(ChartViews.RIDE_DOWNTIME, "7days"),
        Arguments.of(ChartViews.RIDE_WAIT_TIME, "7days"),
        Arguments.of(HeatMapViews.PARKS_SHAME, "today"),
        Arguments.of(HeatMapViews.PARKS_WAITTIMES, "7days"),
        Arguments.of(HeatMapViews.RIDES_DOWNTIME, "yesterday"),
        Arguments.of(HeatMapViews.RIDES_WAITTIMES, "today"));
  }

  @ParameterizedTest
  @MethodSource("reviewed")
  void documentsAreAsReviewed(View view, String period) {
    Golden.assertMatches(
        "parks",
        view.key(period, ParkViews.ALL_PARKS).toString(),
        parks.document(view, period, ParkViews.ALL_PARKS, NOW));
  }

  static Stream<Arguments> windows() {
    return Arrays.stream(SameNumbers.values())
        .flatMap(
            same ->
                ParkViews.WINDOWS.stream()
                    .flatMap(
                        period ->
                            ParkViews.FILTERS.stream()
                                .map(filter -> Arguments.of(same, period, filter))));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void rankingChartAndHeatMapTellTheSameNumbers(SameNumbers same, String period, String filter) {
    same.check(view -> parks.document(view, period, filter, NOW));
  }

  @Test
  void emptyPeriodHasNoSeriesAndSaysSo() {
    JsonNode chart =
        parks.document(
            ChartViews.PARK_SHAME, "last_month", ParkViews.ALL_PARKS, "2026-10-15T12:00:00Z");
    JsonNode map =
        parks.document(
            HeatMapViews.RIDES_DOWNTIME, "last_month", ParkViews.ALL_PARKS, "2026-10-15T12:00:00Z");

    assertThat(chart.toString())
        .isEqualTo(
            "{\"granularity\":\"daily\",\"chart_data\":{\"labels\":[],\"datasets\":[]},"
                + "\"empty_reason\":\"no park had an attraction operating in this period\"}");
    assertThat(map.toString())
        .isEqualTo(
            "{\"granularity\":\"daily\",\"metric\":\"downtime_hours\",\"metric_unit\":\"hours\","
                + "\"entities\":[],\"time_labels\":[],\"matrix\":[],"
                + "\"empty_reason\":\"no ride was operating in this period\"}");
  }
}
