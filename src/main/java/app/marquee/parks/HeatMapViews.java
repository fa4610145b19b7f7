package app.marquee.parks;

import app.marquee.views.View;
import java.util.List;

/** The numbers of the charts as matrices: a row per park or ride, a column per hour or day. */
final class HeatMapViews {
  static final View PARKS_SHAME = heatMap("parks-shame", "park", ChartViews.SHAME);
  static final View PARKS_WAITTIMES = heatMap("parks-waittimes", "park", ChartViews.WAIT);
  static final View RIDES_DOWNTIME = heatMap("rides-downtime", "ride", ChartViews.DOWNTIME);
  static final View RIDES_WAITTIMES = heatMap("rides-waittimes", "ride", ChartViews.WAIT);

  private HeatMapViews() {}

  static List<View> views() {
    return List.of(PARKS_SHAME, PARKS_WAITTIMES, RIDES_DOWNTIME, RIDES_WAITTIMES);
  }

  private static View heatMap(String type, String entity, String metric) {
    return ChartViews.series(
            "heatmap_" + type, "heat_map", "parks/" + entity + "_heatmap.sql", metric)
        .arrays("entities", "matrix")
        .declare();
  }
}
