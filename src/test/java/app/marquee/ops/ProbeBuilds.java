package app.marquee.ops;

import static io.restassured.RestAssured.given;

import app.marquee.db.Sql;
import app.marquee.testkit.TestTokens;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The probe's stored builds, for tests that do what nobody should. */
record ProbeBuilds(Pool pool) {
  static final String KEY = "probe_ranking_today_all";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** All of them built anew and right. */
  void renew() {
    on("probe/end_trouble.sql", Map.of());
    forget();
    String run =
        admin()
            .contentType("application/json")
            .body("{\"scope\":\"feature\",\"name\":\"probe\",\"force\":true}")
            .post("/api/admin/refresh")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !List.of("queued", "running").contains(admin().get(run).path("status")));
  }

  /** Other tests' too, whose facts may have gone without a word. */
  void forgetAll() {
    on("probe/forget_all_builds.sql", Map.of());
  }

  void forget() {
    on("probe/forget_builds.sql", Map.of());
  }

  void tamper() {
    on("probe/tamper.sql", Map.of("key", KEY));
  }

  void makeStatementsFail() {
    on("probe/make_trouble.sql", Map.of("period", "today", "kind", "fail"));
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + TestTokens.ADMIN);
  }

  private void on(String sql, Map<String, String> binds) {
    Sql.of(sql).on(pool, binds).await().atMost(PATIENCE);
  }
}
