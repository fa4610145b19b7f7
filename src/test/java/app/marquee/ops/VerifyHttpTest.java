package app.marquee.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import app.marquee.http.Problem;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VerifyHttpTest {
  private static final String KEY = ProbeBuilds.KEY;
  private static final String ADDRESS = "/api/admin/verify?key=" + KEY;

  @Inject Pool pool;

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  @BeforeEach
  @AfterEach
  void renew() {
    new ProbeBuilds(pool).forgetAll();
    new ProbeBuilds(pool).renew();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin/verify", "/admin/verify"})
  void everyKeyHasItsOutcome(String path) {
    as(TestTokens.ADMIN)
        .post(path)
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("agrees", equalTo(true))
        .body("total", greaterThan(4))
        .body("keys.find { it.cache_key == '" + KEY + "' }.outcome", equalTo("equal"));
  }

  @Test
  void oneNumberTamperedWithIsToldWithItsPath() {
    new ProbeBuilds(pool).tamper();

    as(TestTokens.ADMIN)
        .post(ADDRESS)
        .then()
        .statusCode(200)
        .body("agrees", equalTo(false))
        .body("differs", equalTo(1))
        .body("keys[0].outcome", equalTo("differs"))
        .body("keys[0].path", equalTo("/data/1/wait"))
        .body("keys[0].stored", equalTo("741"))
        .body("keys[0].computed", equalTo("24"));
  }

  @Test
  void severalKeysMayBeAskedFor() {
    as(TestTokens.ADMIN)
        .post(ADDRESS + "&key=status_summary_live&key=" + KEY)
        .then()
        .body("keys.cache_key", containsInAnyOrder(KEY, "status_summary_live"));
  }

  @Test
  void unknownKeysAndParametersAreRefused() {
    as(TestTokens.ADMIN)
        .post("/api/admin/verify?key=nothing")
        .then()
        .statusCode(404)
        .body("type", equalTo("/errors.md#view-unknown"));
    as(TestTokens.ADMIN)
        .post("/api/admin/verify?kye=" + KEY)
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("errors.parameter", contains("kye"));
  }

  @Test
  void onlyAnAdminMayAsk() {
    given().post(ADDRESS).then().statusCode(401);
    as(TestTokens.INGEST).post(ADDRESS).then().statusCode(403);
  }
}
