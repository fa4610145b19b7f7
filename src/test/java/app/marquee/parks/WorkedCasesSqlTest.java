package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days with known answers, worked out by hand from the definitions. */
class WorkedCasesSqlTest {
  private static final String SIX = "2026-08-20T13:00:00Z"; // 06:00 in Los Angeles
  private static final String NEXT_DAY = "2026-08-21T19:00:00Z";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.park(1, "America/Los_Angeles", "DOWN_ONLY", true, null);
    parks.schedule(1, "2026-08-20", "OPERATING", SIX, "2026-08-21T10:00:00Z");
  }

  /** Three rides of weights 3, 2 and 1; 200 snapshots of 5 minutes a day. */
  @Nested
  class ASimplePark {
    @BeforeEach
    void rides() {
      parks.ride(11, 1, 1);
      parks.ride(12, 1, 2);
      parks.ride(13, 1, 3);
    }

    @Test
    void aDayOfOutages() {
      tell(11, 20);
      tell(12, 6);
      tell(13, 24);

      JsonNode park = park("yesterday");
      // (20·3 + 6·2 + 24·1) of 200·6 cycles, times ten.
      assertThat(park.get("shame_score").doubleValue()).isEqualTo(0.8);
      assertThat(park.get("total_downtime_hours").doubleValue()).isEqualTo(4.17);
      assertThat(park.get("weighted_downtime_hours").doubleValue()).isEqualTo(8.0);
      assertThat(park.get("uptime_percentage").doubleValue()).isEqualTo(91.7);
      assertThat(park.get("effective_park_weight").intValue()).isEqualTo(6);
      assertThat(park.get("rides_down").intValue()).isEqualTo(3);
      ride(11, 1.67, 90.0);
      ride(12, 0.5, 97.0);
      ride(13, 2.0, 88.0);
    }

    @Test
    void aDayWithoutAny() {
      tell(11, 0);
      tell(12, 0);
      tell(13, 0);

      assertThat(park("yesterday").get("shame_score").doubleValue()).isZero();
      assertThat(park("yesterday").get("uptime_percentage").doubleValue()).isEqualTo(100.0);
    }

    @Test
    void oneRideForAnHour() {
      tell(11, 12);
      tell(12, 0);
      tell(13, 0);

      assertThat(park("yesterday").get("shame_score").doubleValue()).isEqualTo(0.3);
      assertThat(park("yesterday").get("total_downtime_hours").doubleValue()).isEqualTo(1.0);
      assertThat(park("yesterday").get("weighted_downtime_hours").doubleValue()).isEqualTo(3.0);
    }

    @Test
    void theHeaviestOfThemDownNowIsHalfOfAll() {
      parks.ingest(feed(11, "2026-08-20T19:00:00Z", "od"));
      parks.ingest(feed(12, "2026-08-20T19:00:00Z", "oo"));
      parks.ingest(feed(13, "2026-08-20T19:00:00Z", "oo"));

      JsonNode park =
          only(
              parks.document(ParkViews.PARK_DOWNTIME, "live", "all-parks", "2026-08-20T19:15:00Z"));
      assertThat(park.get("shame_score").doubleValue()).isEqualTo(5.0);
    }

    private void tell(long ride, int down) {
      String letters = "o".repeat(50) + "d".repeat(down) + "o".repeat(150 - down);
      parks.ingest(feed(ride, SIX, 5, letters));
    }
  }

  @Test
  void maintenanceAndPlannedClosuresAreNoDowntime() {
    for (long ride : new long[] {11, 12, 13, 14}) {
      parks.ride(ride, 1, ride == 11 ? 1 : ride == 14 ? 3 : 2);
    }
    parks.ingest(feed(11, SIX, 5, "r".repeat(200)));
    parks.ingest(feed(12, SIX, 5, "c".repeat(200)));
    parks.ingest(feed(13, SIX, 5, "o".repeat(100) + "d".repeat(60) + "o".repeat(40)));
    parks.ingest(
        feed(14, SIX, 5, "o".repeat(90) + "d".repeat(60) + "c".repeat(40) + "o".repeat(10)));

    JsonNode park = park("yesterday");
    assertThat(park.get("total_downtime_hours").doubleValue()).isEqualTo(10.0);
    assertThat(park.get("weighted_downtime_hours").doubleValue()).isEqualTo(15.0);
    assertThat(park.get("effective_park_weight").intValue()).isEqualTo(3);
    // 15 weighted hours of 3 · 16.67.
    assertThat(park.get("shame_score").doubleValue()).isEqualTo(3.0);
    ride(13, 5.0, 70.0);
    ride(14, 5.0, 50.0);
    JsonNode details = parks.detail(DetailViews.PARK_DETAILS, "yesterday", 1, NEXT_DAY).get();
    assertThat(details.get("excluded_rides").findValuesAsText("ride_id"))
        .containsExactly("11", "12");
  }

  @Test
  void anOutageOverSeveralHoursIsAllOfThem() {
    parks.ride(11, 1, 1);
    // 84 snapshots of ten minutes from 09:00, the seven from 10:30 down.
    parks.ingest(feed(11, "2026-08-20T16:00:00Z", "w".repeat(9) + "d".repeat(7) + "w".repeat(68)));

    ride(11, 1.17, 91.7);
    JsonNode ride = parks.detail(DetailViews.RIDE_DETAILS, "yesterday", 11, NEXT_DAY).get();
    assertThat(ride.get("summary").get("total_operating_hours").doubleValue()).isEqualTo(12.83);
    assertThat(ride.get("summary").get("total_open_hours").doubleValue()).isEqualTo(14.0);
    assertThat(ride.get("downtime_events")).hasSize(1);
    assertThat(ride.get("downtime_events").get(0).get("end_time").asText())
        .isEqualTo("2026-08-20T18:40:00Z");
  }

  @Test
  void anOutageAcrossMidnightBelongsToTheEveningBefore() {
    parks.ride(11, 1, 1);
    // From 22:00 local; down from 23:00 to 01:00.
    parks.ingest(feed(11, "2026-08-21T05:00:00Z", "oooooo" + "d".repeat(12) + "oooooo"));

    ride(11, 2.0, 50.0);
    assertThat(parks.document(ParkViews.RIDE_DOWNTIME, "today", "all-parks", NEXT_DAY).get("data"))
        .isEmpty();
  }

  /** Counts of operating, down and other cycles of an hour, all while the park is open. */
  @ParameterizedTest
  @CsvSource({
    "oooddd, OPERATING", "oodddd, DOWN", "occddd, DOWN", "odcccc, CLOSED", "oocccc, CLOSED",
    "oooccc, OPERATING", "dddddd, DOWN", "cccccc, CLOSED", "oooodc, OPERATING", "odddd., DOWN"
  })
  void anHourIsWhatMostOfItWas(String letters, String status) {
    parks.ride(11, 1, 1);
    parks.ingest(feed(11, "2026-08-20T15:00:00Z", "o"));
    parks.ingest(feed(11, "2026-08-20T16:00:00Z", letters));

    JsonNode hours =
        parks.detail(DetailViews.RIDE_DETAILS, "yesterday", 11, NEXT_DAY).get().get("timeseries");
    assertThat(hours.get(1).get("status").asText()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    // Disney and Universal state what broke down; elsewhere closed is all they ever say.
    "DOWN_ONLY, d, 0.17",
    "DOWN_ONLY, c, 0.0",
    "DOWN_ONLY, r, 0.0",
    "DOWN_ONLY, o, 0.0",
    "DOWN_AND_CLOSED, d, 0.17",
    "DOWN_AND_CLOSED, c, 0.17",
    "DOWN_AND_CLOSED, r, 0.0",
    "DOWN_ONLY, f, 0.17",
    "DOWN_AND_CLOSED, f, 0.17"
  })
  void whatCountsAsDownDependsOnTheParkAndOnWhatItsFeedCanSay(
      String rule, char said, double hours) {
    parks.park(2, "America/Los_Angeles", rule);
    parks.schedule(2, "2026-08-20", "OPERATING", SIX, "2026-08-21T10:00:00Z");
    parks.ride(21, 2, 2);
    parks.ingest(feed(21, "2026-08-20T16:00:00Z", "o" + said + "o"));

    assertThat(
            only(parks.document(ParkViews.RIDE_DOWNTIME, "yesterday", "all-parks", NEXT_DAY))
                .get("downtime_hours")
                .doubleValue())
        .isEqualTo(hours);
  }

  @ParameterizedTest
  @CsvSource({"2026-08-13T19:15:00Z, true", "2026-08-13T19:14:00Z, false"})
  void aRideIsExcludedOnceItHasNotOperatedForMoreThanSevenDays(String operated, boolean active) {
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 2);
    parks.ingest(feed(11, operated, "o"));

    JsonNode rides =
        parks.detail(DetailViews.PARK_RIDES, null, 1, "2026-08-20T19:15:00Z").get().get("rides");
    assertThat(rides.get("active").findValuesAsText("ride_id").contains("11")).isEqualTo(active);
    assertThat(rides.get("excluded").findValuesAsText("ride_id").contains("11")).isEqualTo(!active);
    JsonNode never = rides.get("excluded").get(rides.get("excluded").size() - 1);
    assertThat(never.get("reason").asText()).isEqualTo("never_operated");
    assertThat(never.get("days_since_operation").isNull()).isTrue();
  }

  @Test
  void parksOnThreeSidesOfADateLineAreEachInTheirOwnYesterday() {
    parks.park(2, "America/New_York", "DOWN_ONLY");
    parks.park(3, "Asia/Tokyo", "DOWN_ONLY");
    parks.ride(15, 1, 2);
    parks.ride(25, 2, 2);
    parks.ride(35, 3, 2);
    // 20:30Z on the 20th: the 20th in Los Angeles and Orlando, 05:30 on the 21st in Tokyo.
    outageOn(1, "2026-08-19", 1);
    outageOn(2, "2026-08-19", 2);
    outageOn(3, "2026-08-20", 3);
    outageOn(3, "2026-08-19", 5);

    JsonNode rows =
        parks
            .document(ParkViews.PARK_DOWNTIME, "yesterday", "all-parks", "2026-08-20T20:30:00Z")
            .get("data");

    assertThat(rows).hasSize(3);
    rows.forEach(
        row ->
            assertThat(row.get("total_downtime_hours").doubleValue())
                .as(row.get("park_name").asText())
                .isEqualTo(row.get("park_id").doubleValue()));
  }

  /** Ten hours from noon local, the second hour and those after it down as long as told. */
  private void outageOn(long park, String day, int hours) {
    String zone = park == 1 ? "-07:00" : park == 2 ? "-04:00" : "+09:00";
    String noon = OffsetDateTime.parse(day + "T12:00:00" + zone).toInstant().toString();
    long ride = park * 10 + 5;
    parks.schedule(
        park, day, "OPERATING", noon, Instant.parse(noon).plusSeconds(36_000).toString());
    parks.ingest(
        feed(ride, noon, "oooooo" + "d".repeat(6 * hours) + "o".repeat(60 - 6 - 6 * hours)));
  }

  @Test
  void halvesAreRoundedUp() {
    parks.ride(11, 1, 1);
    // One of forty cycles down: 0.25 of ten.
    parks.ingest(feed(11, SIX, "o".repeat(20) + "d" + "o".repeat(19)));

    assertThat(park("yesterday").get("shame_score").doubleValue()).isEqualTo(0.3);
  }

  private JsonNode park(String period) {
    return only(parks.document(ParkViews.PARK_DOWNTIME, period, "all-parks", NEXT_DAY));
  }

  private void ride(long id, double hours, double uptime) {
    View view = ParkViews.RIDE_DOWNTIME;
    for (JsonNode row : parks.document(view, "yesterday", "all-parks", NEXT_DAY).get("data")) {
      if (row.get("ride_id").longValue() == id) {
        assertThat(row.get("downtime_hours").doubleValue()).isEqualTo(hours);
        assertThat(row.get("uptime_percentage").doubleValue()).isEqualTo(uptime);
        return;
      }
    }
    throw new AssertionError("ride " + id + " does not rank");
  }

  private static JsonNode only(JsonNode document) {
    assertThat(document.get("data")).hasSize(1);
    return document.get("data").get(0);
  }
}
