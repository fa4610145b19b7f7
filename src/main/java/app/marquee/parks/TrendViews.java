package app.marquee.parks;

import static app.marquee.views.SortOrder.ascending;
import static app.marquee.views.SortOrder.descending;

import app.marquee.db.Sql;
import app.marquee.views.SortOrder;
import app.marquee.views.View;
import app.marquee.views.ViewBuilder;
import java.util.List;

/**
 * Which parks and rides have become more or less reliable than they were in the window before.
 *
 * <p>Shape: {@code comparison {current: {from, to}, previous: {from, to}}} in park-local dates, and
 * rows with the uptimes of both windows in percent, their difference in percentage points, and the
 * hours down in both. Source: {@code sql/parks/park_trends.sql}, {@code ride_trends.sql}.
 */
final class TrendViews {
  private static final String CHANGE = "change_percentage_points";
  private static final int UP = 1;
  private static final int DOWN = -1;

  /** Parks whose uptime rose by the threshold or more, the greatest rise first. */
  static final View PARKS_IMPROVING = rise("park");

  /** Parks whose uptime fell by the threshold or more, the greatest fall first. */
  static final View PARKS_DECLINING = fall("park");

  /** Rides whose uptime rose by the threshold or more, the greatest rise first. */
  static final View RIDES_IMPROVING = rise("ride");

  /** Rides whose uptime fell by the threshold or more, the greatest fall first. */
  static final View RIDES_DECLINING = fall("ride");

  private TrendViews() {}

  static List<View> views() {
    return List.of(PARKS_IMPROVING, PARKS_DECLINING, RIDES_IMPROVING, RIDES_DECLINING);
  }

  private static View rise(String entity) {
    return trend(entity, "improving", descending(CHANGE))
        .bind("direction", UP)
        .bind("empty_reason", "no " + entity + "'s uptime rose enough against the window before")
        .declare();
  }

  private static View fall(String entity) {
    return trend(entity, "declining", ascending(CHANGE))
        .bind("direction", DOWN)
        .bind("empty_reason", "no " + entity + "'s uptime fell enough against the window before")
        .declare();
  }

  /**
   * None follows the clock. They tell no present state; a window that contains today rests on
   * stored facts alone, down to the end of yesterday's comparison, which is where today's newest
   * cycle ends and not what time it is. Only the start of an operating day moves windows, ends
   * comparisons and turns a closure that lasts into closing time, and that is a turn of the
   * feature.
   *
   * <p>No least share of rows either: from one build to the next a list may rightly lose them all.
   */
  private static ViewBuilder trend(String entity, String category, SortOrder order) {
    return View.list(
            "trends_" + entity + "s-" + category,
            "trends",
            Sql.of("parks/" + entity + "_trends.sql"))
        .periods("7days", ParkViews.WINDOWS)
        .filters(ParkViews.DISNEY_UNIVERSAL, ParkViews.FILTERS)
        .settled(ParkViews.ENDED)
        .orders(order)
        .limit(50, 100)
        .score("current_uptime", 0, 100)
        .score("previous_uptime", 0, 100);
  }
}
