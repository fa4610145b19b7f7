package app.marquee.ops;

import static app.marquee.ops.HeldRun.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import app.marquee.http.Problem;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancelHttpTest {
  private static final String KEY = "/api/views/probe_ranking_today_all";

  @Inject Pool pool;

  @Test
  void aQueuedRunEndsAtOnce() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE)) {
      String queued = running.queueAnother();

      admin()
          .delete(queued.replace("/api/admin/", "/admin/"))
          .then()
          .statusCode(202)
          .header("Location", queued)
          .body("status", equalTo("cancelled"))
          .body("cancel_requested_by", equalTo("MARQUEE_ADMIN_TOKEN"))
          .body("outcomes.size()", equalTo(0));

      admin().get(running.location).then().body("status", equalTo("running"));
      running.letGo();
      assertThat(HeldRun.awaitEnd(running.location)).isEqualTo("success");
    }
  }

  @Test
  void aRunningRunEndsWhileItsBuildsWaitAndItsKeysKeepTheirs() {
    HeldRun.awaitEnd(HeldRun.ask(HeldRun.PROBE));
    String generation = given().get(KEY).header("X-Cache-Generation");
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE)) {
      String queued = running.queueAnother();

      admin().delete(running.location).then().statusCode(202);

      assertThat(HeldRun.awaitEnd(running.location)).isEqualTo("cancelled");
      admin()
          .get(running.location)
          .then()
          .body("outcomes.probe_ranking_today_all", equalTo("cancelled"))
          .body("outcomes.size()", equalTo(4))
          .body("failures", hasSize(0))
          .body("generation", equalTo(null))
          .body("done", equalTo(0))
          .body("total", equalTo(4));
      assertThat(given().get(KEY).header("X-Cache-Generation")).isEqualTo(generation);
      running.letGo();
      assertThat(HeldRun.awaitEnd(queued)).isEqualTo("success");
    }
  }

  @Test
  void featuresThatWerePublishedStayPublished() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.ALL)) {
      admin().delete(running.location).then().statusCode(202);

      assertThat(HeldRun.awaitEnd(running.location)).isEqualTo("cancelled");
      Map<String, String> outcomes = admin().get(running.location).path("outcomes");
      assertThat(outcomes)
          .containsEntry("probe_ranking_today_all", "cancelled")
          .containsEntry("proposals_standings_open_all", "cancelled")
          .hasEntrySatisfying(
              "park_downtime_today_all-parks",
              outcome -> assertThat(outcome).isIn("refreshed", "confirmed"));
      int published =
          (int) outcomes.values().stream().filter(word -> !word.equals("cancelled")).count();
      int generation = admin().get(running.location).path("generation");
      admin().get(running.location).then().body("done", equalTo(published));
      assertThat(given().get("/api/parks/downtime").header("X-Cache-Generation"))
          .isEqualTo("" + generation);
    }
  }

  @Test
  void whatHasEndedOrIsUnknownIsRefused() {
    String ended = HeldRun.ask(HeldRun.PROBE);
    HeldRun.awaitEnd(ended);

    admin()
        .delete(ended)
        .then()
        .statusCode(409)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/errors.md#run-ended"));
    admin()
        .delete("/api/admin/refreshes/999999999")
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#run-unknown"));
    admin().delete(ended + "?now=true").then().statusCode(400);
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .delete(ended)
        .then()
        .statusCode(403);
    given().delete(ended).then().statusCode(401);
  }

  @Test
  void whoCancelledIsInTheAuditLog() {
    try (HeldRun running = HeldRun.begin(pool, HeldRun.PROBE)) {
      admin().delete(running.location).then().statusCode(202);
      admin().delete(running.location);
      String id = running.location.replaceAll(".*/", "");

      admin()
          .get("/api/admin/audit-log?limit=20")
          .then()
          .body("entries.findAll { it.action == 'run-cancelled' }.subject", hasItem("run " + id));
    }
  }
}
