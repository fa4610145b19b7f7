package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member logs in by the form, acts by the cookie, and logs out. */
@QuarkusTest
class LoginHttpTest {
  private static final String NAME = "Lois";

  @Inject Pool pool;

  @BeforeEach
  void thereIsAMember() {
    TestMembers.add(pool, NAME, Roles.MEMBER);
  }

  @Test
  void aMemberLogsInActsAndLogsOut() {
    String session = TestSessions.of("lois");

    TestSessions.with(session)
        .get("/api/me")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("name", equalTo(NAME), "role", equalTo("member"));

    Response out = TestSessions.with(session).post("/api/logout");
    assertThat(out.statusCode()).isEqualTo(204);
    Cookie forgotten = out.detailedCookie(TestSessions.COOKIE);
    assertThat(forgotten.getMaxAge()).isZero();
    assertThat(forgotten.getPath()).isEqualTo("/");
    given().get("/api/me").then().statusCode(401);
    audited("login", NAME);
    audited("logout", NAME);
  }

  @Test
  void theCookieIsForUsAloneAndTellsNothing() {
    Response in = TestSessions.logIn(NAME, TestMembers.PASSWORD);
    in.then().statusCode(200).body(emptyString());
    Cookie cookie = in.detailedCookie(TestSessions.COOKIE);

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.isSecured()).isFalse();
    assertThat(cookie.getValue()).doesNotContain(NAME);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreTheSame() {
    Map<String, Object> wrong = refused(NAME, "wrong horse battery");
    Map<String, Object> unknown = refused("Nobody At All", "wrong horse battery");
    Map<String, Object> impossible = refused("\u0000' or 1=1", "x".repeat(500));

    assertThat(wrong).isEqualTo(unknown).isEqualTo(impossible);
    assertThat(wrong).containsEntry("type", "/errors.md#login-failed");
  }

  private static Map<String, Object> refused(String name, String password) {
    Response answer = TestSessions.logIn(name, password);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.cookies()).isEmpty();
    assertThat(answer.header("WWW-Authenticate")).isNull();
    Map<String, Object> body = answer.jsonPath().getMap("$");
    body.remove("request_id");
    return body;
  }

  @Test
  void aFormWithoutNameOrPasswordIsIncomplete() {
    given()
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("name", NAME)
        .post("/api/login")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void nothingButAShortFormIsRead() {
    given()
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/json")
        .body("{\"name\":\"Lois\",\"password\":\"x\"}")
        .post("/api/login")
        .then()
        .statusCode(415);
    given()
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("name", NAME)
        .formParam("password", "x".repeat(5000))
        .post("/api/login")
        .then()
        .statusCode(413);
    given()
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("name", NAME)
        .formParam("password", TestMembers.PASSWORD)
        .post("/elsewhere/api/login")
        .then()
        .statusCode(404);
    given().get("/api/login").then().statusCode(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "AAAA", "DHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4", ""})
  void aForgedCookieIsNobody(String value) {
    TestSessions.with(value).get("/api/me").then().statusCode(401);
    TestSessions.with(value).get("/api/testkit/public").then().statusCode(200);
  }

  @Test
  void aPasswordInAHeaderIsNobodys() {
    given()
        .auth()
        .preemptive()
        .basic(NAME, TestMembers.PASSWORD)
        .get("/api/me")
        .then()
        .statusCode(401);
  }

  @Test
  void aRenewedCookieIsHandedOnByNothingThatOthersMayKeep() {
    String session = TestSessions.of(NAME);
    Awaitility.await()
        .until(
            () ->
                TestSessions.with(session)
                    .get("/api/testkit/public")
                    .cookies()
                    .containsKey(TestSessions.COOKIE));

    TestSessions.with(session)
        .get("/api/testkit/public")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store");
    Response cached = TestSessions.with(session).get("/api/testkit/cached");
    assertThat(cached.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertThat(cached.cookies()).isEmpty();
  }

  private static void audited(String action, String actor) {
    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .get("/api/admin/audit-log?limit=1&action=" + action + "&actor=" + actor)
        .then()
        .statusCode(200)
        .body("entries.actor", contains(actor));
  }
}
