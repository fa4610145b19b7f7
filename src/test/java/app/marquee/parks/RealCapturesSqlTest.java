package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.SharedData;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.ImportReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Captures of real parks, imported as a user would. */
class RealCapturesSqlTest {
  private static final String NOW = "2026-08-22T12:00:00Z";
  private static final Map<String, String> OBSERVATIONS =
      Map.of(
          "observed_at_utc", "recorded_at",
          "ride_source_id", "ride_key",
          "wait_minutes", "wait_time");

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static ParksFixture parks;

  @BeforeAll
  static void importCaptures() throws IOException {
    parks = new ParksFixture(database);
    ImportReport places =
        file(ImportKind.PARKS, "parks.csv", Map.of("operator_or_destination", "operator"), null);
    assertThat(places.inserted()).isEqualTo(46);
    assertThat(places.rejected()).isEqualTo(1); // a line without a key
    ImportReport rides =
        file(
            ImportKind.RIDES,
            "rides.csv.gz",
            Map.of("ride_source_id", "source_key", "ride_name", "name", "land", "land_area"),
            null);
    assertThat(rides.inserted()).isGreaterThan(1_400);
    assertThat(rides.unknownColumns()).containsExactly("dataset", "ride_name_en");
  }

  @Test
  void everyObservationIsTakenAndNoneTwice() throws IOException {
    ImportReport tokyo = observations("obs_tokyo_2026.csv.gz");
    assertThat(tokyo.inserted()).isEqualTo(476_560);
    assertThat(tokyo.rejected()).isZero();
    ImportReport again = observations("obs_tokyo_2026.csv.gz");
    assertThat(again.unchanged()).isEqualTo(476_560);
    ImportReport gardaland = observations("obs_gardaland_2025_2026.csv.gz");
    assertThat(gardaland.inserted()).isEqualTo(92_611);

    for (String period : new String[] {"7days", "30days", "last_week", "last_month"}) {
      ridesAddUpToTheirParks(period);
    }
    TrendViews.views().stream()
        .flatMap(view -> view.keys().stream())
        .forEach(key -> Agreement.ofTrend(key, parks, NOW));
    AwardViews.views().stream()
        .flatMap(view -> view.keys().stream())
        .forEach(key -> Agreement.ofAward(key, parks, NOW));
  }

  private static void ridesAddUpToTheirParks(String period) {
    Map<Long, Double> ofRides = new HashMap<>();
    for (JsonNode ride : rows(ParkViews.RIDE_DOWNTIME.name(), period)) {
      ofRides.merge(
          ride.get("park_id").longValue(), ride.get("downtime_hours").doubleValue(), Double::sum);
    }
    JsonNode ranked = rows(ParkViews.PARK_DOWNTIME.name(), period);
    assertThat(ranked).isNotEmpty();
    for (JsonNode park : ranked) {
      double sum = ofRides.get(park.get("park_id").longValue());
      double slack = 0.005 * park.get("total_rides").intValue() + 1e-9;
      assertThat(park.get("total_downtime_hours").doubleValue())
          .isBetween(sum - slack, sum + slack);
      assertThat(park.get("shame_score").doubleValue()).isBetween(0.0, 10.0);
    }
  }

  private static JsonNode rows(String view, String period) {
    return parks
        .document(
            view.startsWith("ride") ? ParkViews.RIDE_DOWNTIME : ParkViews.PARK_DOWNTIME,
            period,
            ParkViews.ALL_PARKS,
            NOW)
        .get("data");
  }

  private static ImportReport observations(String name) throws IOException {
    return file(ImportKind.SNAPSHOTS, name, OBSERVATIONS, 15);
  }

  private static ImportReport file(
      ImportKind kind, String name, Map<String, String> renamed, Integer interval)
      throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.path("parks/" + name))) {
      return parks.importFile(
          kind, in, new Importer.Options(renamed, interval), "2026-08-23T00:00:00Z");
    }
  }
}
