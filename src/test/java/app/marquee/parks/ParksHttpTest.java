package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParksHttpTest {
  private static final String PUSH = "/api/parks/snapshots";
  private static final String SNAPSHOT =
      "{\"park_key\":\"http-park\",\"recorded_at\":\"2026-08-22T11:00:00Z\","
          + "\"rides\":[{\"ride_key\":\"r1\",\"status\":\"%s\"}]}";

  @BeforeEach
  void importPlaces() {
    imports("parks", "park_key,name,timezone\nhttp-park,Http Park,Europe/Paris\n");
    imports("rides", "park_key,ride_key,name\nhttp-park,r1,Coaster\n");
  }

  @Test
  void pushedSnapshotIsTakenOnce() {
    push(SNAPSHOT.formatted("OPERATING")).then().statusCode(200);
    push(SNAPSHOT.formatted("DOWN"))
        .then()
        .statusCode(200)
        .body("success", is(true))
        .body("inserted", equalTo(0))
        .body("unchanged", equalTo(1));
  }

  @Test
  void faultsOfAPushAreAProblemThatNamesThem() {
    push("{\"park_key\":\"http-park\",\"rides\":[{\"ride_key\":\"r9\",\"status\":\"DOWN\"}]}")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("/errors.md#snapshots-invalid"))
        .body("errors.index", contains(0))
        .body("errors.field", contains("ride_key"))
        .body("errors.park", contains("http-park"));
  }

  @Test
  void aParkWithoutRidesToTellOfIsNoFault() {
    push("{\"park_key\":\"http-park\",\"lands\":[],\"rides\":[]}")
        .then()
        .statusCode(200)
        .body("read", equalTo(0));
    push("{\"park_key\":\"http-park\"}").then().statusCode(422);
  }

  @Test
  void brokenJsonIsRefused() {
    push("{\"park_id\":").then().statusCode(400);
  }

  @Test
  void onlyIngestMayPushAndOnlyAdminMayImport() {
    given().contentType("application/json").body("{}").post(PUSH).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("text/csv")
        .body("a")
        .post("/api/admin/imports/parks")
        .then()
        .statusCode(403);
  }

  @Test
  void importAnswersWithItsReport() {
    admin()
        .contentType("text/csv")
        .queryParam("map", "when=recorded_at,what=status")
        .queryParam("interval_minutes", "15")
        .body(
            """
            park_key,ride_key,when,what,mood
            http-park,r1,2026-08-22T09:00:00,OPERATING,good
            http-park,r9,2026-08-22T09:00:00,OPERATING,bad
            """)
        .post("/api/admin/imports/snapshots")
        .then()
        .statusCode(200)
        .body("read", equalTo(2))
        .body("rejected", equalTo(1))
        .body("unknown_columns", contains("mood"))
        .body("errors.line", contains(3))
        .body("complete", is(true));
  }

  @Test
  void importParametersAreChecked() {
    admin()
        .contentType("text/csv")
        .queryParam("map", "a=b")
        .queryParam("interval_minutes", "7")
        .queryParam("more", "1")
        .body("x")
        .post("/api/admin/imports/snapshots")
        .then()
        .statusCode(400)
        .body("errors.size()", equalTo(3));
    admin()
        .contentType("text/csv")
        .body("x")
        .post("/api/admin/imports/dreams")
        .then()
        .statusCode(404);
  }

  @Test
  void statusSummaryIsCutByFilterAndPark() {
    push("{\"park_key\":\"http-park\",\"recorded_at\":\"2026-08-22T11:59:00Z\","
            + "\"rides\":[{\"ride_key\":\"r1\",\"status\":\"OPERATING\"}]}")
        .then()
        .statusCode(200);
    given()
        .get("/api/live/status-summary?filter=disney-universal")
        .then()
        .statusCode(200)
        .header("X-Cache-Generation", matchesPattern("\\d+"))
        .header("ETag", containsString("-disney-universal\""))
        .body("parks.park_name", not(hasItem("Http Park")))
        .body("view", equalTo("status_summary"));
    given().get("/api/live/status-summary?park_id=1").then().statusCode(404);
    given()
        .get("/api/live/status-summary?park_id=x&filter=mine&more=1")
        .then()
        .statusCode(400)
        .body("errors.parameter", containsInAnyOrder("park_id", "filter", "more"));
  }

  private static Response push(String body) {
    return given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("application/json")
        .body(body)
        .post(PUSH);
  }

  private static void imports(String kind, String csv) {
    admin()
        .contentType("text/csv")
        .body(csv)
        .post("/api/admin/imports/" + kind)
        .then()
        .statusCode(200)
        .body("rejected", equalTo(0));
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + TestTokens.ADMIN);
  }
}
