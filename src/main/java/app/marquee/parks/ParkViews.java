package app.marquee.parks;

import static app.marquee.views.SortOrder.ascending;
import static app.marquee.views.SortOrder.descending;

import app.marquee.db.Sql;
import app.marquee.views.Feature;
import app.marquee.views.View;
import app.marquee.views.ViewBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the parks feature publishes. */
@ApplicationScoped
public class ParkViews implements Feature {
  static final String LIVE = "live";
  static final String DISNEY_UNIVERSAL = "disney-universal";
  static final String ALL_PARKS = "all-parks";

  static final List<String> FILTERS = List.of(DISNEY_UNIVERSAL, ALL_PARKS);

  static final String TODAY = "today";

  /** The periods that are windows of operating days: all but live. */
  static final List<String> WINDOWS =
      List.of(TODAY, "yesterday", "7days", "30days", "last_week", "last_month");

  /** The windows that today has no part in: only late facts change what is told of them. */
  static final String[] ENDED = {"yesterday", "last_week", "last_month"};

  static final List<String> PERIODS = Stream.concat(Stream.of(LIVE), WINDOWS.stream()).toList();

  static final double HALF = 0.5;

  /** Parks by shame, worst first; also {@code aggregate_stats} over them. */
  static final View PARK_DOWNTIME =
      ranking("park_downtime", "park_rankings")
          .orders(
              descending("shame_score"),
              descending("total_downtime_hours"),
              ascending("uptime_percentage"),
              descending("rides_down"))
          .limit(50, 100)
          .score("shame_score", 0, 10)
          .score("uptime_percentage", 0, 100)
          .declare();

  /** Rides by hours down, worst first. */
  static final View RIDE_DOWNTIME =
      ranking("ride_downtime", "ride_rankings")
          .orders(
              descending("downtime_hours"),
              ascending("uptime_percentage"),
              descending("current_is_open"),
              descending("trend_percentage"))
          .limit(100, 200)
          .score("uptime_percentage", 0, 100)
          .declare();

  /** Parks by average wait, longest first. */
  static final View PARK_WAITTIMES =
      ranking("park_waittimes", "park_rankings")
          .orders(descending("avg_wait_time"), descending("peak_wait_time"))
          .limit(50, 100)
          .declare();

  /** Rides by average wait, longest first. */
  static final View RIDE_WAITTIMES =
      ranking("ride_waittimes", "ride_rankings")
          .orders(
              descending("avg_wait_time"),
              descending("peak_wait_time"),
              descending("current_wait_time"))
          .limit(100, 200)
          .declare();

  /** How many attractions are in which state now: in all, and per park for a filter to cut from. */
  static final View STATUS_SUMMARY =
      View.document("status_summary", "status_summary", Sql.of("parks/status_summary.sql"))
          .periods(LIVE, List.of(LIVE))
          .followsClock(LIVE)
          .declare();

  static final List<View> RANKINGS =
      List.of(PARK_DOWNTIME, PARK_WAITTIMES, RIDE_DOWNTIME, RIDE_WAITTIMES);

  private final ParksConfig config;
  private final ParkZones zones;
  private final ExpectedData expected;

  ParkViews(ParksConfig config, ParkZones zones, ExpectedData expected) {
    this.config = config;
    this.zones = zones;
    this.expected = expected;
  }

  /** Every ranking tells present states and windows that end now, so all follow the clock. */
  private static ViewBuilder ranking(String name, String type) {
    return View.list(name, type, Sql.of("parks/" + name + ".sql"))
        .periods(TODAY, PERIODS)
        .filters(DISNEY_UNIVERSAL, FILTERS)
        .minRowsShare(HALF, "7days", "30days")
        .followsClock(PERIODS.toArray(String[]::new));
  }

  @Override
  public String name() {
    return Rollup.SOURCE;
  }

  @Override
  public List<View> views() {
    return Stream.of(
            RANKINGS,
            List.of(STATUS_SUMMARY),
            TrendViews.views(),
            AwardViews.views(),
            ChartViews.views(),
            HeatMapViews.views(),
            DetailViews.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Map<String, Object> binds() {
    return Map.of(
        "day_starts_at", config.dayStartsAt(),
        "live_window", config.liveWindow().toString(),
        "eligible_within", config.eligibleWithin().toString(),
        "trend_samples", config.trendSamples(),
        "trend_threshold", config.trendThreshold(),
        "queue_times_url", config.queueTimesUrl());
  }

  /** The start of the current operating day where it began last. */
  @Override
  public Uni<Instant> settledBefore(Instant now) {
    return zones
        .ofActiveParks()
        .map(
            all ->
                all.stream()
                    .map(zone -> OperatingDay.start(now, zone, config.dayStartsAt()))
                    .max(Instant::compareTo)
                    .orElse(Instant.MAX));
  }

  @Override
  public boolean waitsForData() {
    return expected.late();
  }

  /** The next start of an operating day of any active park. */
  @Override
  public Uni<Instant> turnsAfter(Instant now) {
    return zones
        .ofActiveParks()
        .map(
            all ->
                all.stream()
                    .map(zone -> OperatingDay.nextStart(now, zone, config.dayStartsAt()))
                    .min(Instant::compareTo)
                    .orElse(Instant.MAX));
  }
}
