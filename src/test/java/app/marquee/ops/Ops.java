package app.marquee.ops;

import static io.restassured.RestAssured.given;

import app.marquee.testkit.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An admin's requests that steer refreshing. */
final class Ops {
  /** The name of the token by which the tests are an admin. */
  static final String ADMIN = "MARQUEE_ADMIN_TOKEN";

  static final String REFRESHING = "/api/admin/refreshing";

  private Ops() {}

  static RequestSpecification admin() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json");
  }

  static String key(String key) {
    return "/api/admin/views/" + key;
  }

  static Response pause(String address, String reason) {
    return admin()
        .body("{\"paused\":true,\"reason\":\"" + reason + "\"}")
        .patch(address)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  static Response resume(String address) {
    return admin()
        .body("{\"paused\":false}")
        .patch(address)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  static Response newestAudit(String action) {
    return admin().get("/api/admin/audit-log?limit=1&action=" + action);
  }
}
