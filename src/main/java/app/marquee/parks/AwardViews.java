package app.marquee.parks;

import static app.marquee.views.SortOrder.ascending;

import app.marquee.db.Sql;
import app.marquee.views.View;
import app.marquee.views.ViewBuilder;
import java.util.List;

/**
 * The first of a ranking, by what made them first: its rows and its numbers, but only of those who
 * have any. Who had no wait, or no downtime, gets no award.
 *
 * <p>Source: {@code sql/parks/park_waits_award.sql} and its like.
 */
final class AwardViews {

  /** Rides by average wait, longest first. */
  static final View LONGEST_WAITS_RIDES = longestWaits("ride").declare();

  /** Parks by average wait, longest first. */
  static final View LONGEST_WAITS_PARKS = longestWaits("park").declare();

  /** Rides by hours down, worst first. */
  static final View LEAST_RELIABLE_RIDES = leastReliable("ride").declare();

  /** Parks by shame, worst first. */
  static final View LEAST_RELIABLE_PARKS =
      leastReliable("park").score("shame_score", 0, 10).declare();

  private AwardViews() {}

  static List<View> views() {
    return List.of(
        LONGEST_WAITS_RIDES, LONGEST_WAITS_PARKS, LEAST_RELIABLE_RIDES, LEAST_RELIABLE_PARKS);
  }

  private static ViewBuilder longestWaits(String entity) {
    return award("longest-wait-times", entity, "waits")
        .bind("empty_reason", "no " + entity + " had a wait in this period");
  }

  private static ViewBuilder leastReliable(String entity) {
    return award("least-reliable", entity, "downtime")
        .score("uptime_percentage", 0, 100)
        .bind("empty_reason", "no " + entity + " was down in this period");
  }

  /**
   * Only live follows the clock: snapshots and eligibility age by the minute. Every other window
   * rests on stored facts and on which day it is, whose start is a turn of the feature; the present
   * state, for which the rankings follow the clock, is not told here.
   *
   * <p>No least share of rows: what was down an hour ago may rightly be gone. The one order is that
   * of the rank, whatever it counts.
   */
  private static ViewBuilder award(String award, String entity, String measure) {
    return View.list(
            "awards_" + award + "_" + entity + "s",
            "award",
            Sql.of("parks/" + entity + "_" + measure + "_award.sql"))
        .periods(ParkViews.TODAY, ParkViews.PERIODS)
        .filters(ParkViews.DISNEY_UNIVERSAL, ParkViews.FILTERS)
        .orders(ascending("rank"))
        .limit(10, 20)
        .settled(ParkViews.ENDED)
        .followsClock(ParkViews.LIVE);
  }
}
