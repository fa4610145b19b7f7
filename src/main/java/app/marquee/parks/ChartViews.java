package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.views.View;
import app.marquee.views.ViewBuilder;
import java.util.List;

/** How the first of a ranking came to their number: one dataset each, a point per hour or day. */
final class ChartViews {
  /** What a number is called in the rankings, and here. */
  static final String SHAME = "shame_score";

  static final String DOWNTIME = "downtime_hours";
  static final String WAIT = "avg_wait_time";

  /** Entities a build holds; whatever page is asked for is cut from them. */
  private static final int SERIES = 100;

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 20;

  static final View PARK_SHAME = chart("chart_park_shame", "park", SHAME);
  static final View RIDE_DOWNTIME = chart("chart_ride_downtime", "ride", DOWNTIME);
  static final View WAIT_TIME = chart("chart_wait_time", "park", WAIT);
  static final View RIDE_WAIT_TIME = chart("chart_ride_wait_time", "ride", WAIT);

  private ChartViews() {}

  static List<View> views() {
    return List.of(PARK_SHAME, RIDE_DOWNTIME, WAIT_TIME, RIDE_WAIT_TIME);
  }

  private static View chart(String name, String entity, String metric) {
    return series(name, "chart_data", "parks/" + entity + "_chart.sql", metric)
        .arrays("chart_data.datasets")
        .declare();
  }

  /**
   * What charts and heat maps have in common. None follows the clock: they tell no present state,
   * and time alone changes their windows only when an operating day starts, which is a turn of the
   * feature and makes them due by itself.
   */
  static ViewBuilder series(String name, String type, String file, String metric) {
    return View.document(name, type, Sql.of(file))
        .periods(ParkViews.TODAY, ParkViews.WINDOWS)
        .filters(ParkViews.DISNEY_UNIVERSAL, ParkViews.FILTERS)
        .settled(ParkViews.ENDED)
        .limit(DEFAULT_LIMIT, MAX_LIMIT)
        .minRowsShare(ParkViews.HALF, "7days", "30days")
        .bind("metric", metric)
        .bind("series", SERIES);
  }
}
