package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestTokens;
import app.marquee.views.UncachedViews;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What today's facts do to documents about windows that have ended: they confirm them. */
@QuarkusTest
class SettledHttpTest {
  private static final String YESTERDAY = "chart_ride_downtime_yesterday_all-parks";
  private static final String TODAY = "chart_ride_downtime_today_all-parks";

  @Inject UncachedViews uncached;

  private static int minute;

  @BeforeEach
  void tellBothDays() {
    imports("parks", "park_id,name,timezone\n780001,Settled Park,Europe/Paris\n");
    imports("rides", "ride_id,park_id,name\n780011,780001,Drop\n");
    tell("2026-08-21T11:00:00Z", "OPERATING");
    tell("2026-08-22T11:00:00Z", "OPERATING");
    refresh();
  }

  @Test
  void aNewCycleRebuildsTodayAndConfirmsYesterday() {
    Response yesterday = read(YESTERDAY);
    Response today = read(TODAY);

    tell(at("2026-08-22T11:10:00Z"), "OPERATING");
    refresh();

    assertThat(version(read(YESTERDAY))).isGreaterThan(version(yesterday));
    assertThat(generated(read(YESTERDAY))).isEqualTo(generated(yesterday));
    assertThat(generated(read(TODAY))).isAfter(generated(today));
    assertThat(data(read(YESTERDAY).asString()))
        .isEqualTo(data(new String(uncached.body(YESTERDAY))));
  }

  @Test
  void aLateSnapshotOfYesterdayRebuildsIt() {
    Response before = read(YESTERDAY);

    tell(at("2026-08-21T12:10:00Z"), "OPERATING");
    refresh();

    assertThat(generated(read(YESTERDAY))).isAfter(generated(before));
    assertThat(data(read(YESTERDAY).asString()))
        .isEqualTo(data(new String(uncached.body(YESTERDAY))));
  }

  @Test
  void aChangedNameRebuildsEverything() {
    Response before = read(YESTERDAY);

    imports("rides", "ride_id,park_id,name\n780011,780001,Drop " + ++minute + "\n");
    refresh();

    assertThat(generated(read(YESTERDAY))).isAfter(generated(before));
    assertThat(read(YESTERDAY).asString()).contains("Drop " + minute);
  }

  private static String at(String start) {
    return Instant.parse(start).plus(Duration.ofSeconds(++minute)).toString();
  }

  private static void tell(String at, String status) {
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("application/json")
        .body(
            "{\"park_id\":780001,\"recorded_at\":\"%s\",\"rides\":[{\"ride_id\":780011,\"status\":\"%s\"}]}"
                .formatted(at, status))
        .post("/api/parks/snapshots")
        .then()
        .statusCode(200);
  }

  private static void refresh() {
    String run =
        admin()
            .contentType("application/json")
            .body("{\"scope\":\"feature\",\"name\":\"parks\",\"accept\":true}")
            .post("/api/admin/refresh")
            .header("Location");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin().get(run).jsonPath().getString("status").equals("success"));
  }

  private static Response read(String key) {
    return given().get("/api/views/" + key);
  }

  private static long version(Response answer) {
    return Long.parseLong(answer.header("X-Cache-Source-Version"));
  }

  private static Instant generated(Response answer) {
    return Instant.parse(JsonPath.from(answer.asString()).getString("generated_at"));
  }

  private static String data(String body) {
    return body.substring(body.indexOf("\"granularity\""));
  }

  private static io.restassured.specification.RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + TestTokens.ADMIN);
  }

  private static void imports(String kind, String csv) {
    admin()
        .contentType("text/csv")
        .body(csv)
        .post("/api/admin/imports/" + kind)
        .then()
        .statusCode(200);
  }
}
