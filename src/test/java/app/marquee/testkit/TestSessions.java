package app.marquee.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Log-ins as a page of the service does them. */
public final class TestSessions {
  public static final String COOKIE = "marquee-session";
  private static final String SITE = "Sec-Fetch-Site";

  private TestSessions() {}

  public static Response logIn(String name, String password) {
    return given()
        .header(SITE, "same-origin")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("name", name)
        .formParam("password", password)
        .post("/api/login");
  }

  /** The cookie of a new session of a member of {@link TestMembers}. */
  public static String of(String name) {
    return logIn(name, TestMembers.PASSWORD).then().statusCode(200).extract().cookie(COOKIE);
  }

  /** A request of a page with that cookie. */
  public static RequestSpecification with(String cookie) {
    return given()
        .header(SITE, "same-origin")
        .cookie(COOKIE, cookie)
        .contentType("application/json");
  }
}
