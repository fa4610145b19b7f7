package app.marquee.http;

import static io.restassured.RestAssured.given;

import app.marquee.http.PublishedApi.Operation;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.atomic.AtomicInteger;

/** A member of the demo world, by whose session the members' operations are called. */
final class PublishedMembers {
  static final String LOGIN = "/api/login";
  static final String FORM = "application/x-www-form-urlencoded";
  private static final String NAME = "Ada";
  private static final String JSON = "application/json";
  private static final AtomicInteger NEWCOMERS = new AtomicInteger();

  private static String session;

  private PublishedMembers() {}

  static void begin() {
    TestMembers.add(CDI.current().select(Pool.class).get(), NAME, "member");
    session = TestSessions.of(NAME);
  }

  /** A request of a page with the member's session. */
  static RequestSpecification member() {
    return given().header("Sec-Fetch-Site", "same-origin").cookie(TestSessions.COOKIE, session);
  }

  /** The session goes on with the cookie of an answer, if it brings one. */
  static void goOn(Response answer) {
    String cookie = answer.cookie(TestSessions.COOKIE);
    session = cookie == null || cookie.isEmpty() ? session : cookie;
  }

  /** The address of an operation on a member or a token; null if it is on something else. */
  static String address(Operation operation) {
    return switch (operation.path()) {
      case "/api/admin/members/{id}" ->
          "/api/admin/members/"
              + PublishedCalls.as("admin")
                  .get("/api/admin/members?q=" + NAME)
                  .path("members[0].id");
      case "/api/admin/tokens/{id}" -> "/api/admin/tokens/" + programsToken();
      case "/api/me/tokens/{id}" -> "/api/me/tokens/" + token();
      default -> null;
    };
  }

  private static int programsToken() {
    return PublishedCalls.as("admin")
        .contentType(JSON)
        .body(programsTokenRequest())
        .post("/api/admin/tokens")
        .path("id");
  }

  private static String programsTokenRequest() {
    return "{\"name\": \"a dashboard %d\", \"role\": \"ops\", \"expires_in\": 86400}"
        .formatted(NEWCOMERS.incrementAndGet());
  }

  private static int token() {
    return member()
        .contentType(JSON)
        .body("{\"name\":\"a phone\"}")
        .post("/api/me/tokens")
        .path("id");
  }

  /** What is sent to an address; null if it is another's. */
  static PublishedCalls.Body body(String path) {
    if (path.startsWith("/api/admin/members/")) {
      return new PublishedCalls.Body(JSON, "{\"proposal_limit\": 5}");
    }
    return switch (path) {
      case LOGIN -> form(NAME);
      case "/api/members" ->
          json(
              "{\"name\": \"Newcomer %d\", \"password\": \"%s\"}"
                  .formatted(NEWCOMERS.incrementAndGet(), TestMembers.PASSWORD));
      case "/api/admin/tokens" -> json(programsTokenRequest());
      case "/api/me/password" ->
          json(
              "{\"old_password\": \"%s\", \"new_password\": \"%s\"}"
                  .formatted(TestMembers.PASSWORD, TestMembers.PASSWORD));
      case "/api/me/tokens" -> json("{\"name\": \"a phone\"}");
      default -> null;
    };
  }

  static PublishedCalls.Body form(String name) {
    return new PublishedCalls.Body(
        FORM, "name=" + name + "&password=" + TestMembers.PASSWORD.replace(' ', '+'));
  }

  private static PublishedCalls.Body json(String text) {
    return new PublishedCalls.Body(JSON, text);
  }
}
