package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session may do, and when it ends. */
@QuarkusTest
class SessionHttpTest {
  private static final String NEW_PASSWORD = "another horse battery";

  @Inject Pool pool;

  @Test
  void anotherPasswordEndsTheOtherSessions() {
    TestMembers.add(pool, "Changer", Roles.MEMBER);
    String here = TestSessions.of("Changer");
    String elsewhere = TestSessions.of("Changer");

    Response changed = change(TestSessions.with(here), TestMembers.PASSWORD, NEW_PASSWORD);
    assertThat(changed.statusCode()).isEqualTo(204);
    assertThat(changed.detailedCookie(TestSessions.COOKIE).isHttpOnly()).isTrue();

    TestSessions.with(elsewhere).get("/api/me").then().statusCode(401);
    TestSessions.with(here).get("/api/me").then().statusCode(401);
    String goesOn = changed.cookie(TestSessions.COOKIE);
    TestSessions.with(goesOn).get("/api/me").then().statusCode(200);
    TestSessions.logIn("Changer", TestMembers.PASSWORD).then().statusCode(401);

    assertThat(change(TestSessions.with(goesOn), NEW_PASSWORD, TestMembers.PASSWORD).statusCode())
        .isEqualTo(204);
    audited("password-changed", "Changer");
  }

  @Test
  void anotherPasswordNeedsTheOldOneAndASession() {
    TestMembers.add(pool, "Careful", Roles.MEMBER);
    String session = TestSessions.of("Careful");

    change(TestSessions.with(session), "not the old one", NEW_PASSWORD).then().statusCode(403);
    change(TestSessions.with(session), TestMembers.PASSWORD, "short").then().statusCode(400);
    TestSessions.with(session).get("/api/me").then().statusCode(200);
  }

  private static Response change(RequestSpecification as, String old, String wanted) {
    return as.body("{\"old_password\":\"%s\",\"new_password\":\"%s\"}".formatted(old, wanted))
        .put("/api/me/password");
  }

  @Test
  void aMemberWhoIsNotActiveHasNoSessionAndCannotLogIn() {
    long id = TestMembers.add(pool, "Leaver", Roles.MEMBER);
    String session = TestSessions.of("Leaver");

    edit(id, "{\"active\":false}");
    TestSessions.with(session).get("/api/me").then().statusCode(401);
    TestMembers.as("Leaver").get("/api/me").then().statusCode(401);
    TestSessions.logIn("Leaver", TestMembers.PASSWORD).then().statusCode(401);

    edit(id, "{\"active\":true}");
    TestSessions.with(session).get("/api/me").then().statusCode(401);
    TestSessions.logIn("Leaver", TestMembers.PASSWORD).then().statusCode(200);
  }

  @Test
  void aSessionHasTheRoleTheMemberHasNow() {
    long id = TestMembers.add(pool, "Riser", Roles.MEMBER);
    String session = TestSessions.of("Riser");
    TestSessions.with(session).get("/api/admin/members").then().statusCode(403);

    edit(id, "{\"role\":\"admin\"}");
    TestSessions.with(session).get("/api/admin/members").then().statusCode(200);
    TestSessions.with(session).get("/api/me").then().body("role", equalTo("admin"));

    edit(id, "{\"role\":\"member\"}");
    TestSessions.with(session).get("/api/admin/members").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "cross-site | - | - | 403",
        "same-site | - | - | 403",
        "- | - | - | 403",
        "- | null | - | 403",
        "- | https://evil.example | - | 403",
        "- | - | https://evil.example/{here} | 403",
        "- | http://evil.{here} | - | 403",
        "- | http://{here}.evil.example | - | 403",
        "cross-site | http://{here} | - | 403",
        "same-origin | https://evil.example | - | 204",
        "none | - | - | 204",
        "- | http://{here} | - | 204",
        "- | - | http://{here}/proposals?a=b | 204"
      })
  void aPageOfAnotherSiteChangesNothing(String site, String origin, String referer, int status) {
    TestMembers.add(pool, "Target", Roles.MEMBER);
    String here = "localhost:" + io.restassured.RestAssured.port;
    RequestSpecification asked = given().cookie(TestSessions.COOKIE, session("Target"));
    asked = site == null ? asked : asked.header("Sec-Fetch-Site", site);
    asked = origin == null ? asked : asked.header("Origin", origin.replace("{here}", here));
    asked = referer == null ? asked : asked.header("Referer", referer.replace("{here}", here));

    Response answer = asked.post("/api/logout");

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.<String>path("type")).isEqualTo("/errors.md#cross-site");
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
  }

  private static String remembered;

  // Sessions are not told apart on the server: one log-in will do for all of these.
  private static synchronized String session(String name) {
    remembered = remembered == null ? TestSessions.of(name) : remembered;
    return remembered;
  }

  @Test
  void aPageOfAnotherSiteMayRead() {
    TestMembers.add(pool, "Target", Roles.MEMBER);
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .cookie(TestSessions.COOKIE, session("Target"))
        .get("/api/me")
        .then()
        .statusCode(200);
  }

  @Test
  void aPageOfAnotherSiteLogsNobodyIn() {
    TestMembers.add(pool, "Target", Roles.MEMBER);
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .formParam("name", "Target")
        .formParam("password", TestMembers.PASSWORD)
        .post("/api/login")
        .then()
        .statusCode(403)
        .body("type", equalTo("/errors.md#cross-site"));
  }

  @Test
  void aTokenNeedsNoPage() {
    TestMembers.add(pool, "Target", Roles.MEMBER);
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .header("Sec-Fetch-Site", "cross-site")
        .cookie(TestSessions.COOKIE, session("Target"))
        .post("/api/testkit/ingest")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/logout", "/api/login", "/api/members", "/api/me/password"})
  void nothingIsChangedByReading(String path) {
    TestMembers.add(pool, "Target", Roles.MEMBER);
    TestSessions.with(session("Target")).get(path).then().statusCode(405);
  }

  @Test
  void aMemberMakesATokenWhoseSecretIsToldOnce() {
    TestMembers.add(pool, "Maker", Roles.MEMBER);
    String session = TestSessions.of("Maker");
    Response made = TestSessions.with(session).body("{\"name\":\"phone\"}").post("/api/me/tokens");
    made.then().statusCode(201).header("Cache-Control", "no-store");
    String secret = made.path("token");

    bearer(secret).get("/api/me").then().statusCode(200).body("name", equalTo("Maker"));
    Response listed = bearer(secret).get("/api/me/tokens");
    listed.then().body("tokens.name", hasItems("tests", "phone"));
    assertThat(listed.asString()).doesNotContain(secret);
    bearer(secret).body("{\"name\":\"more\"}").post("/api/me/tokens").then().statusCode(403);

    int id = made.path("id");
    TestMembers.add(pool, "Target", Roles.MEMBER);
    TestSessions.with(session("Target")).delete("/api/me/tokens/" + id).then().statusCode(404);
    bearer(secret).get("/api/me").then().statusCode(200);
    TestSessions.with(session).delete("/api/me/tokens/" + id).then().statusCode(204);
    bearer(secret).get("/api/me").then().statusCode(401);
    TestSessions.with(session).delete("/api/me/tokens/" + id).then().statusCode(404);
    TestSessions.with(session).delete("/api/me/tokens/x").then().statusCode(404);
    audited("token-made", "Maker");
    audited("token-revoked", "Maker");
  }

  @Test
  void aTokenReplacesTheOneOfItsName() {
    TestMembers.add(pool, "Rotator", Roles.MEMBER);
    String session = TestSessions.of("Rotator");
    String before = make(session, "script").path("token");
    String after = make(session, "script").path("token");

    bearer(before).get("/api/me").then().statusCode(401);
    bearer(after).get("/api/me").then().statusCode(200);
  }

  @Test
  void aMemberHasOnlySoManyTokens() {
    TestMembers.add(pool, "Hoarder", Roles.MEMBER);
    String session = TestSessions.of("Hoarder");
    for (int held = 1; held < MemberTokens.MOST; held++) {
      make(session, "token " + held).then().statusCode(201);
    }

    make(session, "one too many").then().statusCode(400);
    make(session, "token 1").then().statusCode(201);
  }

  private static Response make(String session, String name) {
    return TestSessions.with(session).body("{\"name\":\"" + name + "\"}").post("/api/me/tokens");
  }

  @Test
  void aProgramIsNoMember() {
    bearer(TestTokens.ADMIN).get("/api/me").then().statusCode(403);
    bearer(TestTokens.INGEST).get("/api/me").then().statusCode(403);
    given().get("/api/me").then().statusCode(401);
  }

  private static void audited(String action, String actor) {
    bearer(TestTokens.ADMIN)
        .get("/api/admin/audit-log?limit=1&action=" + action + "&actor=" + actor)
        .then()
        .statusCode(200)
        .body("entries.actor", contains(actor));
  }

  private static void edit(long id, String change) {
    bearer(TestTokens.ADMIN).body(change).patch("/api/admin/members/" + id).then().statusCode(200);
  }

  private static RequestSpecification bearer(String secret) {
    return given().header("Authorization", "Bearer " + secret).contentType("application/json");
  }
}
