package app.marquee.proposals;

import static app.marquee.proposals.FilmNight.get;
import static app.marquee.proposals.FilmNight.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, to whom, and how it is told. */
@QuarkusTest
class ProposalRulesHttpTest {
  private static final String SOLARIS =
      "{\"imdb_id\":\"tt0069293\",\"title\":\"Solaris\",\"year\":1972}";

  @Inject Pool pool;
  @Inject ManualClock clock;

  private FilmNight night;

  @BeforeEach
  void begin() {
    night = new FilmNight(pool, clock);
    night.begin();
  }

  @AfterEach
  void forget() {
    night.forget();
  }

  @Test
  void hostileTextsComeBackAsTheyAreInInertJson() {
    String hostile = "'); alert(1)//<img src=x onerror=alert(1)>\"]}</script>";
    String body =
        "{\"title\":\"" + hostile.replace("\"", "\\\"") + "\",\"note\":\"\\u0000\\u202e<b>\\n\"}";

    night.propose("Ada", body);

    get("/api/proposals")
        .contentType("application/json")
        .body("data[0].title", equalTo(hostile))
        .body("data[0].note", equalTo("<b>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | title",
        "{\"title\":\" \\t \"} | title",
        "{\"title\":7} | title",
        "{\"imdb_id\":\"tt123\",\"title\":\"A\"} | imdb_id",
        "{\"imdb_id\":\"tt0069293 or 1=1\",\"title\":\"A\"} | imdb_id",
        "{\"imdb_id\":69293,\"title\":\"A\"} | imdb_id",
        "{\"imdb_id\":\"tt0069293\"} | title",
        "{\"title\":\"A\",\"year\":1869} | year",
        "{\"title\":\"A\",\"year\":2201} | year",
        "{\"title\":\"A\",\"year\":\"1972\"} | year",
        "{\"title\":\"A\",\"year\":1972.5} | year",
        "{\"title\":\"A\",\"note\":[]} | note",
        "{\"title\":\"A\",\"confirm\":1} | confirm",
        "{\"title\":\"A\",\"status\":\"WATCHED\"} | status",
        "{\"title\":\"A\",\"member_id\":1} | member_id"
      })
  void aBadProposalIsNamedMemberByMember(String body, String member) {
    post("Ada", "/api/proposals", body).statusCode(400).body("errors.parameter", hasItems(member));
  }

  @Test
  void textsMayBeAsLongAsIsSaidAndNoLonger() {
    night.propose(
        "Ada", "{\"title\":\"" + "é".repeat(255) + "\",\"note\":\"" + "n".repeat(500) + "\"}");
    post("Ada", "/api/proposals", "{\"title\":\"" + "t".repeat(256) + "\"}").statusCode(400);
    post("Ada", "/api/proposals", "{\"title\":\"T\",\"note\":\"" + "n".repeat(501) + "\"}")
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status=closed | status",
        "sort=votes;drop | sort",
        "sort=-votes | sort",
        "limit=0 | limit",
        "limit=201 | limit",
        "limit=abc | limit",
        "offset=-1 | offset",
        "unvoted=1 | unvoted",
        "page=2 | page",
        "q=a&q=b | q"
      })
  void aBadParameterIsNamed(String query, String parameter) {
    get("/api/proposals?" + query).statusCode(400).body("errors.parameter", hasItem(parameter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"stars\":0}",
        "{\"stars\":6}",
        "{\"stars\":2.5}",
        "{\"stars\":\"5\"}",
        "{}",
        "{\"stars\":5,\"name\":\"x\"}",
        "{\"stars\":null}"
      })
  void aBadRatingIsRefused(String body) {
    long id = night.propose("Ada", SOLARIS);
    TestMembers.as("Ada").body(body).put("/api/proposals/" + id + "/rating").then().statusCode(400);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    get("/api/proposals/999999999")
        .statusCode(404)
        .body("type", equalTo("/errors.md#proposal-unknown"));
    get("/api/proposals/12x").statusCode(404);
    get("/api/proposals/1/2").statusCode(404);
    get("/api/rounds/999999999").statusCode(404).body("type", equalTo("/errors.md#round-unknown"));
    night.vote("Ada", 999999999).statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/proposals",
    "DELETE, /api/proposals/1",
    "PUT, /api/proposals/1/vote",
    "DELETE, /api/proposals/1/vote",
    "PUT, /api/proposals/1/rating",
    "DELETE, /api/proposals/1/rating",
    "POST, /api/proposals/1/watched",
    "POST, /api/rounds",
    "POST, /api/rounds/1/close"
  })
  void nobodyAndProgramsOfOtherRolesWriteNothing(String method, String path) {
    given().contentType("application/json").body("{}").request(method, path).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("application/json")
        .body("{}")
        .request(method, path)
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({"POST, /api/proposals/1/watched", "POST, /api/rounds", "POST, /api/rounds/1/close"})
  void aMemberIsNoAdmin(String method, String path) {
    TestMembers.as("Ada").body("{}").request(method, path).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/proposals",
    "PUT, /api/proposals/1/vote",
    "DELETE, /api/proposals/1/vote",
    "PUT, /api/proposals/1/rating"
  })
  void aProgramWithoutAMemberProposesAndVotesForNobody(String method, String path) {
    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json")
        .body("{\"title\":\"Solaris\"}")
        .request(method, path)
        .then()
        .statusCode(403)
        .body("type", equalTo("/errors.md#forbidden"));
  }

  @Test
  void anotherMembersProposalStays() {
    long id = night.propose("Ada", SOLARIS);

    TestMembers.as("Bert").delete("/api/proposals/" + id).then().statusCode(403);

    TestMembers.as("Ada")
        .delete("/api/proposals/" + id)
        .then()
        .statusCode(200)
        .body("proposal.status", equalTo("WITHDRAWN"));
    night
        .vote("Bert", id)
        .statusCode(409)
        .body("type", equalTo("/errors.md#proposal-closed"))
        .body("state", equalTo("WITHDRAWN"));
    get("/api/proposals?status=all").body("total", equalTo(0));
  }
}
