package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page learns of who has opened it. */
@QuarkusTest
class WhoAsksHttpTest {
  private static final String NAME = "Wanda";

  @Inject Pool pool;
  @Inject ManualClock clock;

  private long id;

  @BeforeEach
  void thereIsAMember() {
    id = TestMembers.add(pool, NAME, Roles.MEMBER);
    clock.tick(ApiTokens.REREAD_AFTER);
  }

  @Test
  void toBeNobodyIsNoError() {
    Response answer = given().get("/api/session");

    answer.then().statusCode(200).header("Cache-Control", "no-store");
    given().head("/api/session").then().contentType(answer.contentType());
    assertThat(answer.jsonPath().getMap("$"))
        .isEqualTo(Map.of("success", true, "logged_in", false, "registration", "open"));
  }

  @Test
  void aMemberIsToldWhoTheyAreAndWhatTheyMay() {
    tells(TestSessions.with(TestSessions.of(NAME)))
        .then()
        .body("logged_in", equalTo(true), "kind", equalTo("member"), "name", equalTo(NAME))
        .body("member_id", equalTo((int) id), "roles", contains("member"));
    tells(TestMembers.as(NAME)).then().body("kind", equalTo("member"));
    tells(TestMembers.as(NAME)).then().body("member_id", equalTo((int) id));
  }

  @Test
  void aProgramIsToldThatItIsOne() {
    Response ingest = tells(bearer(TestTokens.INGEST));
    ingest.then().body("logged_in", equalTo(true), "kind", equalTo("program"));
    ingest.then().body("roles", contains("ingest"));
    assertThat(ingest.jsonPath().getMap("$")).containsKey("name").doesNotContainKey("member_id");
    tells(bearer(TestTokens.ADMIN))
        .then()
        .body("kind", equalTo("program"))
        .body("roles", contains("admin", "ingest", "member", "ops"));
  }

  @Test
  void aCookieThatMeansNothingIsNobodys() {
    tells(TestSessions.with("forged")).then().body("logged_in", equalTo(false));
  }

  @Test
  void aTokenNobodyHasIsRefusedAsEverywhere() {
    bearer("nobody's").get("/api/session").then().statusCode(401);
  }

  @Test
  void aParameterThereIsNotIsRefused() {
    given().get("/api/session?as=admin").then().statusCode(400);
  }

  @Test
  void aPageLogsInAndOutByStatusesThatLeadNowhere() {
    Response in = TestSessions.logIn(NAME, TestMembers.PASSWORD);
    in.then().statusCode(200).header("Location", equalTo(null)).body(emptyString());
    String session = in.cookie(TestSessions.COOKIE);
    tells(TestSessions.with(session)).then().body("logged_in", equalTo(true));

    TestSessions.logIn(NAME, "wrong horse battery")
        .then()
        .statusCode(401)
        .header("Location", equalTo(null))
        .header("WWW-Authenticate", equalTo(null))
        .contentType("application/problem+json");
    TestSessions.with(session)
        .post("/api/logout")
        .then()
        .statusCode(204)
        .header("Location", equalTo(null));
  }

  private static Response tells(RequestSpecification caller) {
    return caller
        .get("/api/session")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .extract()
        .response();
  }

  private static RequestSpecification bearer(String secret) {
    return given().header("Authorization", "Bearer " + secret);
  }
}
