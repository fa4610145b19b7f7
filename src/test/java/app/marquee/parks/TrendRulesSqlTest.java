package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of trends and awards on days small enough to be worked out by hand. */
class TrendRulesSqlTest {
  private static final String THE_DAY_BEFORE = "2026-08-19T16:00:00Z"; // 09:00 in Los Angeles
  private static final String YESTERDAY = "2026-08-20T16:00:00Z";
  private static final String NOW = "2026-08-21T19:00:00Z";
  private static final String ALL = ParkViews.ALL_PARKS;

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.park(1, "America/Los_Angeles", "DOWN_AND_CLOSED");
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 2);
    parks.schedule(1, "2026-08-19", "OPERATING", THE_DAY_BEFORE, "2026-08-20T05:00:00Z");
    parks.schedule(1, "2026-08-20", "OPERATING", YESTERDAY, "2026-08-21T05:00:00Z");
    parks.schedule(1, "2026-08-21", "OPERATING", "2026-08-21T16:00:00Z", "2026-08-22T05:00:00Z");
  }

  /** A day of this many cycles, the first of them operating. */
  private static String day(int operating, int cycles) {
    return "o".repeat(operating) + "d".repeat(cycles - operating);
  }

  private void days(long ride, String before, String yesterday) {
    parks.ingest(feed(ride, THE_DAY_BEFORE, before));
    parks.ingest(feed(ride, YESTERDAY, yesterday));
  }

  @Nested
  class Threshold {
    @Test
    void exactlyFivePointsQualify() {
      days(11, day(19, 20), day(20, 20));
      days(12, day(20, 20), day(19, 20));

      assertThat(rideIds(TrendViews.RIDES_IMPROVING)).containsExactly(11L);
      assertThat(rideIds(TrendViews.RIDES_DECLINING)).containsExactly(12L);
    }

    @Test
    void changeThatOnlyRoundsToFivePointsDoesNot() {
      days(11, day(21, 23), day(26, 27)); // 96.296… − 91.304… = 4.992

      JsonNode ride =
          parks.document(ParkViews.RIDE_DOWNTIME, "yesterday", ALL, NOW).get("data").get(0);
      assertThat(ride.get("trend_percentage").decimalValue()).isEqualByComparingTo("5.0");
      assertThat(rideIds(TrendViews.RIDES_IMPROVING)).isEmpty();
    }

    /** 76 − 16 of 1200 cycles: 6.333… − 1.333…, which end after unequally many digits. */
    @Test
    void exactlyFivePointsQualifyWhereDivisionsDoNotComeOutEven() {
      for (int i = 0; i < 16; i++) {
        parks.ride(100 + i, 1, 2);
        days(100 + i, day(1, 75), day(i < 12 ? 5 : 4, 75));
      }

      JsonNode park = document(TrendViews.PARKS_IMPROVING).get("data").get(0);

      assertThat(park.get("change_percentage_points").decimalValue()).isEqualByComparingTo("5.0");
    }

    @Test
    void elevenSamplesOnASideAreTooFew() {
      days(11, day(11, 12), day(6, 11));
      days(12, day(11, 11), day(6, 12));

      assertThat(rideIds(TrendViews.RIDES_DECLINING)).isEmpty();
    }

    @Test
    void twelveSamplesOnEachSideAreEnough() {
      days(11, day(12, 12), day(6, 12));

      assertThat(rideIds(TrendViews.RIDES_DECLINING)).containsExactly(11L);
    }
  }

  @Test
  void rowTellsBothSides() {
    days(11, day(12, 12), day(9, 12));

    JsonNode row = document(TrendViews.RIDES_DECLINING).get("data").get(0);

    assertThat(row.get("rank").intValue()).isEqualTo(1);
    assertThat(row.get("previous_uptime").decimalValue()).isEqualByComparingTo("100.0");
    assertThat(row.get("current_uptime").decimalValue()).isEqualByComparingTo("75.0");
    assertThat(row.get("change_percentage_points").decimalValue()).isEqualByComparingTo("-25.0");
    assertThat(row.get("previous_downtime_hours").decimalValue()).isEqualByComparingTo("0.00");
    assertThat(row.get("current_downtime_hours").decimalValue()).isEqualByComparingTo("0.50");
  }

  @Test
  void previousSideIsWhatTheRankingSaidOfThatDay() {
    days(11, "oodcdooooccc", "oooooooooooo");

    JsonNode trend = document(TrendViews.RIDES_IMPROVING).get("data").get(0);

    JsonNode then =
        parks
            .document(ParkViews.RIDE_DOWNTIME, "yesterday", ALL, "2026-08-20T19:00:00Z")
            .get("data")
            .get(0);
    assertThat(trend.get("previous_uptime")).isEqualTo(then.get("uptime_percentage"));
    assertThat(trend.get("previous_downtime_hours")).isEqualTo(then.get("downtime_hours"));
  }

  @Test
  void greatestChangeComesFirstAndTiesGoByIdInEitherDirection() {
    parks.ride(13, 1, 3);
    days(13, day(12, 12), day(6, 12));
    days(12, day(12, 12), day(3, 12));
    days(11, day(12, 12), day(6, 12));

    assertThat(rideIds(TrendViews.RIDES_DECLINING)).containsExactly(12L, 11L, 13L);
  }

  @Test
  void parksOfThreeZonesAreEachComparedOverTheirOwnDays() {
    parks.park(2, "America/New_York", "DOWN_AND_CLOSED");
    parks.park(3, "Asia/Tokyo", "DOWN_AND_CLOSED");
    parks.park(4, "America/Los_Angeles", "DOWN_AND_CLOSED");
    parks.ride(21, 2, 2);
    parks.ride(31, 3, 2);
    parks.ride(41, 4, 2);
    // At 10:00 UTC it is still Thursday the 20th's operating day in Los Angeles, and Friday in New
    // York and Tokyo. Each has a good day, then a bad one, which is its yesterday.
    goodDayThenBad(41, "2026-08-18T17:00:00Z", "2026-08-19T17:00:00Z");
    goodDayThenBad(21, "2026-08-19T14:00:00Z", "2026-08-20T14:00:00Z");
    goodDayThenBad(31, "2026-08-19T01:00:00Z", "2026-08-20T01:00:00Z");

    JsonNode document =
        parks.document(TrendViews.PARKS_DECLINING, "yesterday", ALL, "2026-08-21T10:00:00Z");

    assertThat(ids(document, "park_id")).containsExactly(2L, 3L, 4L);
    assertThat(document.get("data"))
        .allSatisfy(
            row ->
                assertThat(row.get("change_percentage_points").decimalValue())
                    .isEqualByComparingTo("-25.0"));
    assertThat(document.get("comparison").toString())
        .isEqualTo(
            "{\"current\":{\"from\":\"2026-08-19\",\"to\":\"2026-08-20\"},"
                + "\"previous\":{\"from\":\"2026-08-18\",\"to\":\"2026-08-19\"}}");
  }

  private void goodDayThenBad(long ride, String good, String bad) {
    long park = ride / 10;
    for (String start : List.of(good, bad)) {
      String end = Instant.parse(start).plusSeconds(7_200).toString();
      parks.schedule(park, start.substring(0, 10), "OPERATING", start, end);
    }
    parks.ingest(feed(ride, good, day(12, 12)));
    parks.ingest(feed(ride, bad, day(9, 12)));
  }

  @Test
  void lastMonthIsComparedWithTheCalendarMonthBefore() {
    for (String day : List.of("07-31", "08-01", "09-30", "10-01")) {
      String date = "2026-" + day;
      parks.schedule(1, date, "OPERATING", date + "T16:00:00Z", date + "T20:00:00Z");
    }
    parks.ingest(feed(11, "2026-07-31T16:00:00Z", day(1, 24)));
    parks.ingest(feed(11, "2026-08-01T16:00:00Z", day(24, 24)));
    parks.ingest(feed(11, "2026-09-30T16:00:00Z", day(18, 24)));
    parks.ingest(feed(11, "2026-10-01T16:00:00Z", day(1, 24)));

    JsonNode document =
        parks.document(TrendViews.RIDES_DECLINING, "last_month", ALL, "2026-10-15T19:00:00Z");

    assertThat(document.get("data").get(0).get("change_percentage_points").decimalValue())
        .isEqualByComparingTo("-25.0");
    assertThat(document.get("comparison").toString())
        .isEqualTo(
            "{\"current\":{\"from\":\"2026-09-01\",\"to\":\"2026-09-30\"},"
                + "\"previous\":{\"from\":\"2026-08-01\",\"to\":\"2026-08-31\"}}");
  }

  @Test
  void nobodyGetsAnAwardForNothing() {
    parks.ingest(feed(11, YESTERDAY, "oooooo"));
    parks.ingest(feed(12, YESTERDAY, "owodoo"));

    assertThat(rideIds(AwardViews.LONGEST_WAITS_RIDES)).containsExactly(12L);
    assertThat(rideIds(AwardViews.LEAST_RELIABLE_RIDES)).containsExactly(12L);
  }

  @Test
  void whereNobodyWaitedAndNothingBrokeTheListSaysSo() {
    parks.ingest(feed(11, YESTERDAY, "oooooo"));

    for (View award : AwardViews.views()) {
      JsonNode empty = document(award);
      assertThat(empty.get("data")).isEmpty();
      assertThat(empty.get("empty_reason").asText()).endsWith("in this period");
    }
  }

  private List<Long> rideIds(View view) {
    return ids(document(view), "ride_id");
  }

  private static List<Long> ids(JsonNode document, String id) {
    List<Long> ids = new ArrayList<>();
    document.get("data").forEach(row -> ids.add(row.get(id).longValue()));
    return ids;
  }

  private JsonNode document(View view) {
    return parks.document(view, "yesterday", ALL, NOW);
  }
}
