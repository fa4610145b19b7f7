package app.marquee.parks.collect;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.parks.ExpectedData;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingHttpTest {
  private static final String CHECK = "checks.find { it.name == 'parks collection' }.";

  @Inject ExpectedData expected;

  @AfterEach
  void arrive() {
    expected.late(false);
  }

  @Test
  void readersAreToldThatParksWaitForData() {
    read().header("X-Cache-Stale-Reason", equalTo(null));

    expected.late(true);
    for (int i = 0; i < 3; i++) {
      read()
          .header("X-Cache-Hit", "true")
          .header("X-Cache-Stale-Reason", "waiting_for_data")
          .header("Cache-Control", containsString("max-age=0"));
    }

    expected.late(false);
    read().header("X-Cache-Hit", "true").header("X-Cache-Stale-Reason", equalTo(null));
  }

  @Test
  void otherFeaturesDoNotWaitWithThem() {
    given().get("/api/probe/ranking?limit=5").then().statusCode(200);
    expected.late(true);

    given()
        .get("/api/probe/ranking?limit=5")
        .then()
        .statusCode(200)
        .header("X-Cache-Stale-Reason", equalTo(null));
  }

  @Test
  void withoutAnyProviderTheCheckIsUpAndSaysNothing() {
    given()
        .get("/q/health/ready")
        .then()
        .body(CHECK + "status", equalTo("UP"))
        .body(CHECK + "data", equalTo(null));
  }

  @Test
  void withoutAnyProviderTheListIsEmpty() {
    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .get("/api/admin/providers")
        .then()
        .statusCode(200)
        .body("success", equalTo(true), "providers.size()", equalTo(0));
  }

  private static ValidatableResponse read() {
    return given().get("/api/parks/downtime?period=7days").then().statusCode(200);
  }
}
