package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.marquee.db.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charts and heat maps as a client gets them: four rides of one park, one of them down for a while.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartsHttpTest {
  private static final String CHART = "/api/trends/chart-data";
  private static final String HEAT_MAP = "/api/trends/heatmap-data";
  private static final String ALL = "&filter=all-parks";
  private static final Sql NEWEST_PARK = Sql.of("parkstest/newest_park.sql");
  private static final Sql FORGET_PARKS = Sql.of("parkstest/forget_parks.sql");

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;
  @Inject ParkZones zones;

  private Captures captures;
  private long lastOther;

  @BeforeAll
  void tellAMorning() {
    lastOther =
        NEWEST_PARK.on(pool, Map.of()).await().indefinitely().iterator().next().getLong("park_id");
    captures = new Captures(server);
    imports("parks", "park_key,name,timezone\nchart-park,Chart Park,Europe/Paris\n");
    imports(
        "rides",
        """
        park_key,ride_key,name
        chart-park,c1,First
        chart-park,c2,Second
        chart-park,c3,Third
        chart-park,c4,Fourth
        """);
    StringBuilder snapshots = new StringBuilder("park_key,ride_key,recorded_at,status,wait_time\n");
    for (int ride = 1; ride <= 4; ride++) {
      for (int slot = 0; slot < 6; slot++) {
        String status = ride == 3 && slot == 2 ? "DOWN" : "OPERATING";
        snapshots.append(
            "chart-park,c%d,2026-08-22T09:%d0:00,%s,%d%n".formatted(ride, slot, status, 10 * ride));
      }
    }
    imports("snapshots", snapshots.toString());
    captures.refresh(true);
  }

  @AfterAll
  void forget() {
    FORGET_PARKS.on(pool, Map.of("park_id", lastOther)).await().indefinitely();
    zones.forget();
    captures.refresh(true);
  }

  @Test
  void aChartIsAHitThatSaysWhatItIs() {
    given()
        .get(CHART + "?type=rides" + ALL)
        .then()
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .body("view", equalTo("chart_ride_downtime"))
        .body("period", equalTo("today"))
        .body("granularity", equalTo("hourly"))
        .body("chart_data.labels", hasSize(24))
        .body("chart_data.datasets.find { it.label == 'Third' }.park_name", equalTo("Chart Park"))
        .body("chart_data.datasets.find { it.label == 'Third' }.data[5].value", equalTo(0.17f))
        .body("chart_data.datasets.find { it.label == 'Third' }.data[5].weight", equalTo(60));
  }

  @Test
  void parksAreTheDefault() {
    given().get(CHART).then().statusCode(200).body("view", equalTo("chart_park_shame"));
  }

  @ParameterizedTest
  @CsvSource({
    CHART + ", parks, chart_park_shame",
    CHART + ", rides, chart_ride_downtime",
    CHART + ", waittimes, chart_wait_time",
    CHART + ", ridewaittimes, chart_ride_wait_time",
    HEAT_MAP + ", parks-shame, heatmap_parks-shame",
    HEAT_MAP + ", parks-waittimes, heatmap_parks-waittimes",
    HEAT_MAP + ", rides-downtime, heatmap_rides-downtime",
    HEAT_MAP + ", rides-waittimes, heatmap_rides-waittimes",
  })
  void theTypeChoosesTheView(String address, String type, String view) {
    given()
        .get(address + "?period=7days&type=" + type)
        .then()
        .statusCode(200)
        .header("X-Cache-Hit", "true")
        .body("view", equalTo(view))
        .body("granularity", equalTo("daily"));
  }

  @Test
  void aLimitCutsEveryArrayAlike() {
    Response chart = given().get(CHART + "?type=ridewaittimes&limit=2" + ALL);
    Response map = given().get(HEAT_MAP + "?type=rides-waittimes&limit=2" + ALL);
    Response rest = given().get(HEAT_MAP + "?type=rides-waittimes&limit=20&offset=2" + ALL);

    chart.then().body("chart_data.datasets.rank", contains(1, 2));
    map.then().body("entities.rank", contains(1, 2)).body("matrix", hasSize(2));
    rest.then().body("entities[0].rank", equalTo(3));
    List<List<Float>> matrix = map.path("matrix");
    for (int i = 0; i < 2; i++) {
      assertThat(matrix.get(i))
          .isEqualTo(chart.path("chart_data.datasets[%d].data.value".formatted(i)));
      assertThat(map.<Object>path("entities[%d].total_value".formatted(i)))
          .isEqualTo(chart.path("chart_data.datasets[%d].total_value".formatted(i)));
    }
    assertThat(rest.<List<?>>path("matrix")).hasSameSizeAs(rest.<List<?>>path("entities"));
  }

  @ParameterizedTest
  @CsvSource({CHART + ", rides", HEAT_MAP + ", rides-downtime"})
  void theLinkToTheNextPageLeadsToTheSameView(String address, String type) {
    String asked = address + "?type=" + type + "&period=today&filter=all-parks&limit=1";
    Response first = given().get(asked);
    // The second time, the front gives it.
    assertThat(given().get(asked).header("Link")).isEqualTo(first.header("Link"));
    assertThat(first.header("Link")).isEqualTo("<" + asked + "&offset=1>; rel=\"next\"");
    given()
        .get(asked + "&offset=1")
        .then()
        .statusCode(200)
        .body("view", equalTo(first.path("view")))
        .body("offset", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHART + "?type=shows",
        CHART + "?type=",
        CHART + "?type=parks&type=rides",
        CHART + "?type=rides&period=live",
        CHART + "?type=rides&limit=21",
        CHART + "?type=rides&sort_by=rank",
        HEAT_MAP,
        HEAT_MAP + "?type=parks",
        HEAT_MAP + "?type=parks-shame&period=live",
        HEAT_MAP + "?type=parks-shame&limit=21",
        HEAT_MAP + "?type=parks-shame&park_id=1"
      })
  void whatIsNotAllowedIsNamed(String address) {
    given()
        .get(address)
        .then()
        .statusCode(400)
        .body("type", equalTo("/errors.md#parameter-invalid"))
        .body("errors", hasSize(1));
  }

  @Test
  void allowedPeriodsAreNamedAndLiveIsNotAmongThem() {
    given()
        .get(HEAT_MAP + "?type=parks-shame&period=live")
        .then()
        .body("errors[0].parameter", equalTo("period"))
        .body("errors[0].allowed", equalTo(ParkViews.WINDOWS));
  }

  @ParameterizedTest
  @ValueSource(strings = {CHART, HEAT_MAP})
  void theDocumentationNamesTheTypesThatAreAllowed(String address) {
    List<String> allowed =
        given()
            .get(address + "?type=none")
            .then()
            .statusCode(400)
            .extract()
            .path("errors[0].allowed");
    String parameters = "paths.'" + address + "'.get.parameters";

    given()
        .get("/openapi?format=json")
        .then()
        .body(parameters + ".name", contains("type", "period", "filter", "limit", "offset"))
        .body(parameters + "[0].schema.enum", equalTo(allowed))
        .body(parameters + "[1].schema.enum", equalTo(ParkViews.WINDOWS))
        .body(parameters + "[3].schema.default", equalTo(10))
        .body(parameters + "[3].schema.maximum", equalTo(20));
  }

  private void imports(String kind, String csv) {
    captures
        .admin()
        .contentType("text/csv")
        .body(csv)
        .post("/api/admin/imports/" + kind)
        .then()
        .statusCode(200)
        .body("rejected", equalTo(0));
  }
}
