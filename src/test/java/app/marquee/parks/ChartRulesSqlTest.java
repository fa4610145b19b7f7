package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where and with what weight the points of a chart lie, on days worked out by hand. */
class ChartRulesSqlTest {
  private static final String LOS_ANGELES = "America/Los_Angeles";

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.park(1, LOS_ANGELES, "DOWN_AND_CLOSED");
    parks.ride(11, 1, 1);
    parks.ride(12, 1, 3);
  }

  @Nested
  class NightsOfClockChange {
    @Test
    void theRepeatedHourAddsIntoItsLabelAsARatioOfSums() {
      parks.schedule(1, "2026-10-31", "OPERATING", "2026-10-31T16:00:00Z", "2026-11-01T11:59:00Z");
      // 00:00 to 02:00 in summer time, then 01:00 again in winter time, of which 20 minutes are
      // known.
      parks.ingest(feed(11, "2026-11-01T07:00:00Z", "wwwwww" + "dddddd" + "oo"));
      String noon = "2026-11-01T20:00:00Z";

      // 60 of 80 minutes down; the mean of 10 and 0 would be 5.
      assertPoint(ChartViews.PARK_SHAME, "yesterday", noon, "01", 7.5, 3 * 80);
      assertPoint(ChartViews.RIDE_DOWNTIME, "yesterday", noon, "01", 1.0, 80);
      assertThat(labels(ChartViews.PARK_SHAME, "yesterday", noon)).hasSize(24);
    }

    @Test
    void theHourThatIsLeftOutHasALabelWithoutAValue() {
      parks.schedule(1, "2026-03-07", "OPERATING", "2026-03-07T17:00:00Z", "2026-03-08T10:59:00Z");
      // 01:00 in winter time; an hour later it is 03:00.
      parks.ingest(feed(11, "2026-03-08T09:00:00Z", "oooddd" + "dooooo"));
      String noon = "2026-03-08T20:00:00Z";

      assertPoint(ChartViews.RIDE_DOWNTIME, "yesterday", noon, "01", 0.5, 60);
      assertPoint(ChartViews.RIDE_DOWNTIME, "yesterday", noon, "02", null, 0);
      assertPoint(ChartViews.RIDE_DOWNTIME, "yesterday", noon, "03", 0.17, 60);
    }
  }

  @Test
  void aNightPastMidnightEndsTheDayOfItsEvening() {
    parks.schedule(1, "2026-08-19", "OPERATING", "2026-08-19T16:00:00Z", "2026-08-20T10:00:00Z");
    // 23:00 to 01:00.
    parks.ingest(feed(11, "2026-08-20T06:00:00Z", "oooodd" + "dodooo"));

    String halfPastOne = "2026-08-20T08:30:00Z";
    assertThat(labels(ChartViews.RIDE_DOWNTIME, "today", halfPastOne)).startsWith("04", "05");
    assertPoint(ChartViews.RIDE_DOWNTIME, "today", halfPastOne, "23", 0.33, 60);
    assertPoint(ChartViews.RIDE_DOWNTIME, "today", halfPastOne, "00", 0.33, 60);
    assertPoint(ChartViews.RIDE_DOWNTIME, "7days", "2026-08-20T20:00:00Z", "2026-08-19", 0.67, 120);
  }

  @Test
  void closureThatHasNotReopenedIsDownInTodaysHoursAndWasClosingTimeInYesterdays() {
    parks.schedule(1, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");
    parks.ingest(feed(11, "2026-08-20T16:00:00Z", "oooooc" + "cccccc"));

    String noon = "2026-08-20T19:00:00Z";
    String nextDay = "2026-08-21T19:00:00Z";
    assertPoint(ChartViews.RIDE_DOWNTIME, "today", noon, "10", 1.0, 60);
    assertPoint(ChartViews.RIDE_DOWNTIME, "yesterday", nextDay, "10", 0.0, 60);
  }

  @Test
  void ridesThatWereNotEligibleThatDayWeighNothing() {
    parks.schedule(1, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");
    parks.ride(13, 1, 1, "SHOW", true);
    parks.ride(14, 1, 1, "ATTRACTION", false);
    parks.ingest(feed(11, "2026-08-20T16:00:00Z", "oodooo")); // weight 3
    parks.ingest(feed(12, "2026-08-20T16:00:00Z", "dddddd")); // never operated
    parks.ingest(feed(13, "2026-08-20T16:00:00Z", "oddddo"));
    parks.ingest(feed(14, "2026-08-20T16:00:00Z", "oddddo"));

    assertPoint(ChartViews.PARK_SHAME, "today", "2026-08-20T19:00:00Z", "09", 1.7, 3 * 60);
  }

  @Test
  void daysOfTokyoAndLosAngelesLieOnOneAxis() {
    parks.park(2, "Asia/Tokyo", "DOWN_ONLY");
    parks.ride(21, 2, 2);
    parks.schedule(1, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");
    parks.schedule(2, "2026-08-21", "OPERATING", "2026-08-21T00:00:00Z", "2026-08-21T12:00:00Z");
    parks.ingest(feed(11, "2026-08-20T16:00:00Z", "wwwwww"));
    parks.ingest(feed(21, "2026-08-21T00:00:00Z", "wwwoow"));
    // Evening of the 20th in Los Angeles, noon of the 21st in Tokyo.
    String now = "2026-08-21T03:00:00Z";

    JsonNode chart = document(ChartViews.WAIT_TIME, "7days", now).get("chart_data");
    JsonNode hours = document(ChartViews.WAIT_TIME, "today", now).get("chart_data");

    assertThat(texts(chart.get("labels")))
        .startsWith("2026-08-14")
        .endsWith("2026-08-20", "2026-08-21")
        .hasSize(8);
    assertThat(weights(chart.get("datasets").get(0))).containsExactly(0, 0, 0, 0, 0, 0, 6, 0);
    assertThat(weights(chart.get("datasets").get(1))).containsExactly(0, 0, 0, 0, 0, 0, 0, 4);
    // Each in its own ninth hour.
    assertThat(weights(hours.get("datasets").get(0)).get(5)).isEqualTo(6);
    assertThat(weights(hours.get("datasets").get(1)).get(5)).isEqualTo(4);
  }

  @Test
  void theFirstHundredOfTheRankingAreShown() {
    parks.schedule(1, "2026-08-20", "OPERATING", "2026-08-20T16:00:00Z", "2026-08-21T05:00:00Z");
    List<Snapshot> snapshots = new ArrayList<>(feed(12, "2026-08-20T16:00:00Z", "odo"));
    for (long ride = 101; ride <= 200; ride++) {
      parks.ride(ride, 1, 2);
      snapshots.addAll(feed(ride, "2026-08-20T16:00:00Z", ride == 200 ? "oddo" : "oo"));
    }
    parks.ingest(snapshots);

    JsonNode datasets =
        document(ChartViews.RIDE_DOWNTIME, "today", "2026-08-20T19:00:00Z")
            .at("/chart_data/datasets");

    assertThat(datasets).hasSize(100);
    assertThat(datasets.findValues("entity_id").stream().map(JsonNode::longValue))
        .startsWith(200L, 12L, 101L)
        .endsWith(198L);
  }

  private void assertPoint(
      View chart, String period, String now, String label, Double value, int weight) {
    JsonNode data = document(chart, period, now).get("chart_data");
    JsonNode point = data.at("/datasets/0/data").get(texts(data.get("labels")).indexOf(label));
    assertThat(point.get("value").isNull() ? null : point.get("value").doubleValue())
        .isEqualTo(value);
    assertThat(point.get("weight").intValue()).isEqualTo(weight);
  }

  private JsonNode document(View view, String period, String now) {
    return parks.document(view, period, ParkViews.ALL_PARKS, now);
  }

  private List<String> labels(View view, String period, String now) {
    return texts(document(view, period, now).at("/chart_data/labels"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<Integer> weights(JsonNode dataset) {
    return dataset.get("data").findValues("weight").stream().map(JsonNode::intValue).toList();
  }
}
