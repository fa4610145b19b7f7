package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.StatementCounter;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HitHttpTest {
  private static final List<String> READS =
      List.of(
          "/api/probe/ranking",
          "/api/probe/ranking?limit=3&offset=7",
          "/api/probe/ranking?sort_by=wait&limit=20",
          "/api/probe/ranking.csv",
          "/api/views/probe_ranking_today_all");

  @Test
  void aHitInMemoryRunsNoStatementWhateverTheSlice() {
    READS.forEach(read -> given().get(read).then().statusCode(200));
    long before = StatementCounter.count();

    for (int i = 0; i < 20; i++) {
      READS.forEach(read -> given().get(read).then().statusCode(200).header("X-Cache-Hit", "true"));
    }

    assertThat(StatementCounter.count() - before).isZero();
  }

  @Test
  void aSliceNobodyAskedForBeforeRunsNoStatementEither() {
    given().get("/api/probe/ranking").then().statusCode(200);
    long before = StatementCounter.count();

    given()
        .get("/api/probe/ranking?limit=11&offset=13&sort_by=wait")
        .then()
        .statusCode(200)
        .header("X-Cache-Hit", "true");

    assertThat(StatementCounter.count() - before).isZero();
  }

  @Test
  void theCounterSeesStatements() {
    long before = StatementCounter.count();

    given()
        .header("Authorization", "Bearer " + app.marquee.testkit.TestTokens.ADMIN)
        .get("/api/admin/refreshes");

    assertThat(StatementCounter.count() - before).isPositive();
  }
}
