package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.marquee.testkit.StatementCounter;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DetailsHttpTest {
  private static final long PARK = 770_001;
  private static final long RIDE = 770_011;

  @BeforeEach
  void importPlaces() {
    imports(
        "parks",
        "park_id,name,timezone,city,country\n" + PARK + ",Detail Park,Europe/Paris,Lyon,FR\n");
    imports("rides", "ride_id,park_id,name,tier\n" + RIDE + "," + PARK + ",Whirl,1\n");
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("application/json")
        .body(
            """
            {"park_id": %d, "recorded_at": "2026-08-22T11:50:00Z",
             "rides": [{"ride_id": %d, "status": "OPERATING", "wait_time": 25}]}"""
                .formatted(PARK, RIDE))
        .post("/api/parks/snapshots")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parks/770001/details?period=7days",
        "/api/rides/770011/details?period=7days",
        "/api/parks/770001/rides",
        "/api/parks?filter=all-parks&limit=200",
        "/api/parks/windows?filter=all-parks",
        "/api/search/index"
      })
  void aSecondReadRunsNoStatement(String path) {
    given().get(path).then().statusCode(200);

    // The refresh that the import started runs statements of its own until it ends.
    Response second =
        Awaitility.await().until(() -> withoutStatement(path), response -> response != null);

    second.then().statusCode(200).header("X-Cache-Hit", "true");
    given()
        .header("If-None-Match", second.header("ETag"))
        .get(path)
        .then()
        .statusCode(304)
        .header("X-Cache-Source-Version", second.header("X-Cache-Source-Version"));
  }

  @Test
  void theNumbersAreThoseOfThePark() {
    given()
        .get("/api/parks/" + PARK + "/details?period=live")
        .then()
        .statusCode(200)
        .body("period", equalTo("live"))
        .body("park.location", equalTo("Lyon, FR"))
        .body("shame_breakdown.rides.ride_id", hasItem((int) RIDE))
        .body("current_status.OPERATING", equalTo(1))
        .body("current_status.avg_wait_time", equalTo(25.0f));
    given()
        .get("/api/parks/" + PARK)
        .then()
        .statusCode(200)
        .body("park_name", equalTo("Detail Park"))
        .body("timezone", equalTo("Europe/Paris"))
        .body("is_active", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parks/999999999",
        "/api/parks/999999999/details",
        "/api/parks/999999999/rides",
        "/api/rides/999999999/details",
        "/api/parks/99999999999999999999",
        "/api/parks/abc/details"
      })
  void anUnknownIdIsNotFound(String path) {
    given()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.md#not-found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/parks/770001/details?period=ever",
        "/api/rides/770011/details?period=live",
        "/api/parks/770001?period=today",
        "/api/views/status_summary_live?limit=1",
        "/api/parks/770001/rides?period=today",
        "/api/parks/770001/details?limit=3",
        "/api/search/index?q=x"
      })
  void parametersThatAreNotThereAreRefused(String path) {
    given()
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", containsString("parameter-invalid"));
  }

  private static Response withoutStatement(String path) {
    long before = StatementCounter.count();
    Response response = given().get(path);
    return StatementCounter.count() == before ? response : null;
  }

  private static void imports(String kind, String csv) {
    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("text/csv")
        .body(csv)
        .post("/api/admin/imports/" + kind)
        .then()
        .statusCode(200)
        .body("rejected", equalTo(0));
  }
}
