package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin sees and changes of members, and what the log tells. */
@QuarkusTest
class AdminMembersHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Pool pool;
  @Inject AuditLog audit;

  @Test
  void membersAreFoundByPartsOfTheirNames() {
    TestMembers.add(pool, "Quill the Second", Roles.MEMBER);
    TestMembers.add(pool, "Quill the First", Roles.MEMBER);

    admin()
        .get("/api/admin/members?q=QUILL")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("members.name", contains("Quill the First", "Quill the Second"))
        .body("members[0].role", equalTo("member"), "members[0].active", equalTo(true))
        .body("members[0].proposal_limit", nullValue());
    admin()
        .get("/api/admin/members?q=quill&limit=1&offset=1")
        .then()
        .body("total", equalTo(2), "members.name", contains("Quill the Second"));
    admin().get("/api/admin/members?q=%25").then().body("members", empty());
    admin().get("/api/admin/members?limit=0").then().statusCode(400);
    admin().get("/api/admin/members?page=1").then().statusCode(400);
  }

  @Test
  void aMembersLimitIsSetAndTakenBack() {
    long id = TestMembers.add(pool, "Limited", Roles.MEMBER);
    String session = TestSessions.of("Limited");
    limits(session, 10);

    edit(id, "{\"proposal_limit\":3}").then().body("member.proposal_limit", equalTo(3));
    limits(session, 3);
    edit(id, "{\"proposal_limit\":0}").then().statusCode(200);
    limits(session, 0);
    edit(id, "{\"proposal_limit\":null}").then().body("member.proposal_limit", nullValue());
    limits(session, 10);
  }

  private static void limits(String session, int limit) {
    TestSessions.with(session)
        .get("/api/me")
        .then()
        .body("limit", equalTo(limit), "used", equalTo(0), "remaining", equalTo(limit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"Other\"}",
        "{\"role\":\"ops\"}",
        "{\"role\":null}",
        "{\"active\":\"no\"}",
        "{\"proposal_limit\":1001}",
        "{\"proposal_limit\":-1}",
        "{\"proposal_limit\":1.5}",
        "{\"password\":\"short\"}",
        "{\"session_epoch\":1}",
        "[]"
      })
  void anythingElseIsRefused(String change) {
    long id = TestMembers.add(pool, "Untouched", Roles.MEMBER);

    edit(id, change).then().statusCode(400).contentType("application/problem+json");
    admin().get("/api/admin/members?q=untouched").then().body("members.role", contains("member"));
  }

  @Test
  void nobodyIsNobodysMember() {
    for (String id : new String[] {"999999999", "x", "-1", "99999999999999999999"}) {
      admin()
          .body("{\"active\":true}")
          .patch("/api/admin/members/" + id)
          .then()
          .statusCode(404)
          .body("type", equalTo("/errors.md#member-unknown"));
    }
  }

  @Test
  void anAdminGivesAMemberAnotherPassword() {
    long id = TestMembers.add(pool, "Forgetful", Roles.MEMBER);
    String session = TestSessions.of("Forgetful");

    edit(id, "{\"password\":\"a quite new password\"}").then().statusCode(200);

    TestSessions.with(session).get("/api/me").then().statusCode(401);
    TestSessions.logIn("Forgetful", "a quite new password").then().statusCode(200);
    Response log = admin().get("/api/admin/audit-log?action=member-changed&subject=member " + id);
    log.then().body("entries[0].details.password", equalTo("reset"));
    assertThat(log.asString()).doesNotContain("a quite new password");
  }

  @Test
  void theLogTellsNewestFirstAndNothingHidden() {
    long id = TestMembers.add(pool, "Logged", Roles.MEMBER);
    Caller caller = new Caller("Logged", id, false);
    for (String action : new String[] {"test-first", "test-second"}) {
      audit.record(pool, caller, AuditLog.Entry.of(action, "film 1")).await().atMost(PATIENCE);
    }
    audit
        .record(pool, caller, AuditLog.Entry.of("test-hidden", "film 1").hidden(true))
        .await()
        .atMost(PATIENCE);

    String log = "/api/admin/audit-log?actor=logged";
    admin()
        .get(log)
        .then()
        .statusCode(200)
        .body("entries.action", contains("test-second", "test-first"))
        .body("entries[0].member_id", equalTo((int) id))
        .body("entries.action", not(hasItem("test-hidden")));
    admin().get(log + "&limit=1&offset=1").then().body("entries.action", contains("test-first"));
    admin().get(log + "&subject=film 2").then().body("entries", hasSize(0));
    admin().get(log + "&hidden=true").then().statusCode(400);
  }

  private static Response edit(long id, String change) {
    return admin().body(change).patch("/api/admin/members/" + id);
  }

  private static RequestSpecification admin() {
    return given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json");
  }
}
