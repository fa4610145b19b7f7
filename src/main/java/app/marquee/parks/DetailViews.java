package app.marquee.parks;

import static app.marquee.views.SortOrder.ascending;

import app.marquee.db.Sql;
import app.marquee.views.View;
import app.marquee.views.ViewBuilder;
import java.util.List;

/** Documents there are too many of to precompute: built when they are read, held in memory. */
final class DetailViews {

  /** What stands behind a park's place in the rankings. */
  static final View PARK_DETAILS =
      document("park_details").periods(ParkViews.TODAY, ParkViews.PERIODS).perId().declare();

  /** A ride's hours or days, and its real outages. */
  static final View RIDE_DETAILS =
      document("ride_details")
          .periods(
              ParkViews.TODAY,
              ParkViews.PERIODS.stream().filter(p -> !p.equals(ParkViews.LIVE)).toList())
          .perId()
          .declare();

  /** The attractions of a park that count, and those that do not. */
  static final View PARK_RIDES = document("park_rides").perId().declare();

  /** The active parks, by name. */
  static final View PARK_LIST =
      View.list("park_list", "park_list", Sql.of("parks/park_list.sql"))
          .filters(
              ParkViews.DISNEY_UNIVERSAL, List.of(ParkViews.DISNEY_UNIVERSAL, ParkViews.ALL_PARKS))
          .orders(ascending("park_name"))
          .limit(100, 200)
          .onDemand()
          .declare();

  /** Which days each period is, where the parks are. */
  static final View PARK_WINDOWS =
      document("park_windows")
          .filters(ParkViews.DISNEY_UNIVERSAL, ParkViews.FILTERS)
          .onDemand()
          .declare();

  /** What a search by name looks through. */
  static final View SEARCH_INDEX = document("search_index").onDemand().declare();

  static final List<View> ALL =
      List.of(PARK_DETAILS, RIDE_DETAILS, PARK_RIDES, PARK_LIST, PARK_WINDOWS, SEARCH_INDEX);

  private DetailViews() {}

  private static ViewBuilder document(String name) {
    return View.document(name, name, Sql.of("parks/" + name + ".sql"));
  }
}
