package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of the rankings on days small enough to be worked out by hand. */
class RankingRulesSqlTest {
  private static final String NINE = "2026-08-20T16:00:00Z"; // 09:00 in Los Angeles
  private static final String NOON = "2026-08-20T19:00:00Z";
  private static final String NEXT_DAY = "2026-08-21T19:00:00Z";
  private static final String ALL = ParkViews.ALL_PARKS;

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.park(1, "America/Los_Angeles", "DOWN_AND_CLOSED");
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 2);
    parks.ride(13, 1, 3);
    parks.schedule(1, "2026-08-19", "OPERATING", "2026-08-19T16:00:00Z", "2026-08-20T05:00:00Z");
    parks.schedule(1, "2026-08-20", "OPERATING", NINE, "2026-08-21T05:00:00Z");
    parks.schedule(1, "2026-08-21", "OPERATING", "2026-08-21T16:00:00Z", "2026-08-22T05:00:00Z");
  }

  @Test
  void shameIsTheWeightedShareOfOpenMinutesDown() {
    parks.ingest(feed(11, NINE, "oodddo")); // weight 3, 30 of 60 minutes down
    parks.ingest(feed(12, NINE, "oooooo")); // weight 2
    parks.ingest(feed(13, NINE, "oodooo")); // weight 1, 10 of 60

    JsonNode park = onlyPark("today", NOON);

    // (3·30 + 1·10) / (3·60 + 2·60 + 1·60) · 10 = 2.77…
    assertThat(park.get("shame_score").decimalValue()).isEqualByComparingTo("2.8");
    assertThat(park.get("total_downtime_hours").decimalValue()).isEqualByComparingTo("0.67");
    assertThat(park.get("weighted_downtime_hours").decimalValue()).isEqualByComparingTo("1.67");
    assertThat(park.get("uptime_percentage").decimalValue()).isEqualByComparingTo("77.8");
    assertThat(park.get("rides_down").intValue()).isEqualTo(2);
    assertThat(park.get("total_rides").intValue()).isEqualTo(3);
    assertThat(park.get("effective_park_weight").intValue()).isEqualTo(6);
  }

  @Test
  void rideThatNeverOperatedHasNoDowntimeAndNoWeight() {
    parks.ingest(feed(11, NINE, "oooooo"));
    parks.ingest(feed(12, NINE, "dddddd"));

    JsonNode park = onlyPark("today", NOON);

    assertThat(park.get("shame_score").decimalValue()).isEqualByComparingTo("0.0");
    assertThat(park.get("total_rides").intValue()).isEqualTo(1);
    assertThat(rideIds("today", NOON)).containsExactly(11L);
  }

  @Test
  void showsAndInactiveRidesDoNotRank() {
    parks.ride(14, 1, 1, "SHOW", true);
    parks.ride(15, 1, 1, "ATTRACTION", false);
    for (long ride : List.of(11L, 14L, 15L)) {
      parks.ingest(feed(ride, NINE, "oddo"));
    }

    assertThat(rideIds("today", NOON)).containsExactly(11L);
    assertThat(rideIds("live", "2026-08-20T16:40:00Z")).containsExactly(11L);
  }

  @Test
  void closureThatHasNotReopenedIsDownTodayAndWasClosingTimeTomorrow() {
    parks.ingest(feed(11, NINE, "oooccc"));

    assertThat(downtime("today", NOON)).isEqualByComparingTo("0.50");
    assertThat(downtime("yesterday", NEXT_DAY)).isEqualByComparingTo("0.00");
  }

  @Nested
  class Live {
    @Test
    void shameIsThatOfTheNewestSnapshots() {
      parks.ingest(feed(11, NINE, "ood"));
      parks.ingest(feed(12, NINE, "ooo"));
      parks.ingest(feed(13, NINE, "oco"));

      JsonNode park = onlyPark("live", "2026-08-20T16:25:00Z");

      assertThat(park.get("shame_score").decimalValue()).isEqualByComparingTo("5.0");
      assertThat(park.get("rides_down").intValue()).isEqualTo(1);
      assertThat(park.get("total_downtime_hours").decimalValue()).isEqualByComparingTo("0.17");
      assertThat(park.get("trend_percentage").isNull()).isTrue();
    }

    @Test
    void closureAfterOperatingIsDownAndClosureBeforeIsNot() {
      parks.ingest(feed(11, NINE, "oc"));
      parks.ingest(feed(12, NINE, "cc"));
      parks.ingest(feed(12, "2026-08-19T16:00:00Z", "o"));

      JsonNode park = onlyPark("live", "2026-08-20T16:15:00Z");

      assertThat(park.get("rides_down").intValue()).isEqualTo(1);
      assertThat(park.get("total_rides").intValue()).isEqualTo(2);
      assertThat(park.get("shame_score").decimalValue()).isEqualByComparingTo("6.0");
    }

    @Test
    void snapshotOlderThanTwoHoursTellsNothing() {
      parks.ingest(feed(11, NINE, "o"));

      assertThat(rideIds("live", "2026-08-20T18:00:00Z")).containsExactly(11L);
      assertThat(rideIds("live", "2026-08-20T18:00:01Z")).isEmpty();
    }

    @Test
    void rideThatLastOperatedExactlySevenDaysAgoIsStillEligible() {
      parks.schedule(1, "2026-08-27", "OPERATING", "2026-08-27T15:00:00Z", "2026-08-28T05:00:00Z");
      parks.ingest(feed(11, NINE, "o"));
      parks.ingest(feed(11, "2026-08-27T16:00:00Z", "d"));

      assertThat(rideIds("live", "2026-08-27T16:00:00Z")).containsExactly(11L);
      assertThat(rideIds("live", "2026-08-27T16:00:01Z")).isEmpty();
    }

    @Test
    void closedParksAreNotListed() {
      parks.ingest(feed(11, "2026-08-21T05:10:00Z", "o"));

      JsonNode empty = document("live", "2026-08-21T05:15:00Z");

      assertThat(empty.get("data")).isEmpty();
      assertThat(empty.has("empty_reason")).isTrue();
    }
  }

  @Nested
  class Trends {
    @Test
    void yesterdayIsComparedWithTheDayBefore() {
      parks.ingest(feed(11, "2026-08-19T16:00:00Z", "oooooo" + "oooooo"));
      parks.ingest(feed(11, NINE, "ooodoo" + "oooodo"));

      assertThat(onlyPark("yesterday", NEXT_DAY).get("trend_percentage").decimalValue())
          .isEqualByComparingTo("-16.7");
    }

    @Test
    void tooFewSamplesOnASideGiveNoTrend() {
      parks.ingest(feed(11, "2026-08-19T16:00:00Z", "oooooo" + "ooooo"));
      parks.ingest(feed(11, NINE, "ooodoo" + "oooodo"));

      assertThat(onlyPark("yesterday", NEXT_DAY).get("trend_percentage").isNull()).isTrue();
    }

    @Test
    void todayIsComparedWithYesterdayUpToTheSameElapsedTimeWithinAnHour() {
      // Until 11:20: two hours without fault, then two down; what follows must not count.
      parks.ingest(feed(11, "2026-08-19T16:00:00Z", "oooooo" + "oooooo" + "dddddd" + "dddddo"));
      parks.ingest(feed(11, NINE, "oooooo" + "oooooo" + "oo"));

      // Yesterday 12 of 14 cycles, today 14 of 14.
      assertThat(onlyPark("today", "2026-08-20T18:25:00Z").get("trend_percentage").decimalValue())
          .isEqualByComparingTo("14.3");
    }

    @Test
    void equalFactsGiveEqualTrendsHoweverLateItIs() {
      parks.ingest(feed(11, "2026-08-19T16:00:00Z", "oooooo" + "oooooo" + "dddddd" + "dddddo"));
      parks.ingest(feed(11, NINE, "oooooo" + "oooooo" + "oo"));

      assertThat(onlyPark("today", "2026-08-20T22:00:00Z").get("trend_percentage"))
          .isEqualTo(onlyPark("today", "2026-08-20T18:25:00Z").get("trend_percentage"));
    }
  }

  @Test
  void waitsAreAveragedOverPositiveOnesWhileOpenAndOperating() {
    parks.ingest(feed(11, NINE, "wowwdo"));

    JsonNode ride = parks.document(ParkViews.RIDE_WAITTIMES, "today", ALL, NOON).get("data").get(0);

    assertThat(ride.get("avg_wait_time").decimalValue()).isEqualByComparingTo("30.0");
    assertThat(ride.get("peak_wait_time").intValue()).isEqualTo(30);
    JsonNode park = parks.document(ParkViews.PARK_WAITTIMES, "today", ALL, NOON).get("data").get(0);
    assertThat(park.get("rides_reporting").intValue()).isEqualTo(1);
  }

  @Test
  void downtimeOfTheRidesAddsUpToThatOfTheirPark() {
    parks.ingest(feed(11, NINE, "oddddddo"));
    parks.ingest(feed(12, NINE, "odo"));
    parks.ingest(feed(13, NINE, "occoccc"));

    double sum = 0;
    for (JsonNode ride : rides("today", NOON)) {
      sum += ride.get("downtime_hours").doubleValue();
    }
    assertThat(sum)
        .isCloseTo(
            onlyPark("today", NOON).get("total_downtime_hours").doubleValue(), within(0.015));
  }

  private BigDecimal downtime(String period, String now) {
    return onlyPark(period, now).get("total_downtime_hours").decimalValue();
  }

  private JsonNode onlyPark(String period, String now) {
    JsonNode data = document(period, now).get("data");
    assertThat(data).hasSize(1);
    return data.get(0);
  }

  private JsonNode document(String period, String now) {
    return parks.document(ParkViews.PARK_DOWNTIME, period, ALL, now);
  }

  private JsonNode rides(String period, String now) {
    return parks.document(ParkViews.RIDE_DOWNTIME, period, ALL, now).get("data");
  }

  private List<Long> rideIds(String period, String now) {
    List<Long> ids = new ArrayList<>();
    rides(period, now).forEach(ride -> ids.add(ride.get("ride_id").longValue()));
    return ids;
  }
}
