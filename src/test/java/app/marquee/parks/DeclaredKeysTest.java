package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclaredKeysTest {
  private static final List<String> GROUPS =
      List.of(
          "park_downtime",
          "park_waittimes",
          "ride_downtime",
          "ride_waittimes",
          "trends_parks-improving",
          "trends_parks-declining",
          "trends_rides-improving",
          "trends_rides-declining",
          "chart_park_shame",
          "chart_ride_downtime",
          "chart_wait_time");

  @Test
  void theSixtySevenKeysHaveTheirNames() {
    Set<String> named = new LinkedHashSet<>();
    for (String group : GROUPS) {
      for (String period : List.of("today", "7days", "30days")) {
        for (String filter : List.of("disney-universal", "all-parks")) {
          named.add(group + "_" + period + "_" + filter);
        }
      }
    }
    named.add("status_summary_live");

    assertThat(named).hasSize(67);
    assertThat(declared()).containsAll(named);
  }

  @Test
  void theOthersAreDeclaredToo() {
    assertThat(declared())
        .contains(
            "park_downtime_live_all-parks",
            "ride_waittimes_last_month_disney-universal",
            "chart_ride_wait_time_yesterday_all-parks",
            "heatmap_parks-shame_last_week_all-parks",
            "heatmap_rides-waittimes_30days_disney-universal",
            "awards_longest-wait-times_rides_7days_all-parks",
            "awards_least-reliable_parks_today_disney-universal")
        .hasSize(257);
  }

  @Test
  void viewsAreFiledUnderTheirTypes() {
    assertThat(views().filter(view -> !view.onDemand()).map(View::type))
        .containsOnly(
            "park_rankings",
            "ride_rankings",
            "trends",
            "chart_data",
            "status_summary",
            "heat_map",
            "award");
  }

  private static Set<String> declared() {
    Set<String> keys = new LinkedHashSet<>();
    views().forEach(view -> view.keys().forEach(key -> keys.add(key.toString())));
    return keys;
  }

  private static Stream<View> views() {
    return new ParkViews(ParksFixture.CONFIG, null, null).views().stream();
  }
}
