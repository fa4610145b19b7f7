package app.marquee.proposals;

import static app.marquee.proposals.FilmNight.get;
import static app.marquee.proposals.FilmNight.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.StatementCounter;
import app.marquee.testkit.TestMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals and votes over HTTP. */
@QuarkusTest
class ProposalsHttpTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"Ada", ""})
  void aPageTakesAsManyStatementsForTwentyAsForTwoHundredProposals(String member) {
    String page = "/api/proposals?limit=200";
    night.many(1, 20);
    list(member, page, 20);
    long twenty = statements(member, page, 20);
    night.many(21, 200);
    long twoHundred = statements(member, page, 200);

    assertThat(twenty).isEqualTo(twoHundred).isBetween(1L, 3L);
  }

  private static long statements(String member, String page, int expected) {
    long before = StatementCounter.count();
    list(member, page, expected);
    return StatementCounter.count() - before;
  }

  private static void list(String member, String page, int expected) {
    (member.isEmpty() ? get(page) : get(member, page))
        .statusCode(200)
        .body("data", hasSize(expected));
  }

  @Test
  void whatIsProposedIsThereAtOnce() {
    Response made = TestMembers.as("Ada").body(SOLARIS).post("/api/proposals");

    made.then()
        .statusCode(201)
        .body("success", equalTo(true))
        .body("proposal.proposer", equalTo("Ada"));
    String location = made.header("Location");
    get(location).statusCode(200).body("proposal.is_proposer", equalTo(false));
    get("Ada", location)
        .statusCode(200)
        .body("proposal.is_proposer", equalTo(true))
        .body("proposal.metadata.state", equalTo("MISSING"))
        .body("proposal.poster", equalTo("/api/posters/tt0069293?size=card"));
  }

  @Test
  void onesOwnVoteIsInTheVeryNextAnswer() {
    long id = night.propose("Ada", SOLARIS);
    get("Bert", "/api/proposals").body("data[0].user_voted", equalTo(false));

    night
        .vote("Bert", id)
        .statusCode(200)
        .body("voted", equalTo(true))
        .body("vote_count", equalTo(1))
        .body("voters", contains("Bert"));

    get("Bert", "/api/proposals")
        .header("Cache-Control", equalTo("private, no-store"))
        .body("data[0].user_voted", equalTo(true))
        .body("data[0].voters", contains("Bert"));
    get("Ada", "/api/proposals").body("data[0].user_voted", equalTo(false));
    get("/api/proposals")
        .header("Cache-Control", equalTo("no-cache"))
        .header("Vary", containsString("Authorization"))
        .body("data[0].user_voted", nullValue())
        .body("data[0].vote_count", equalTo(1));
    TestMembers.as("Bert")
        .delete("/api/proposals/" + id + "/vote")
        .then()
        .statusCode(200)
        .body("voted", equalTo(false));
    get("Bert", "/api/proposals").body("data[0].user_voted", equalTo(false));
  }

  @Test
  void aVoteIsNeverGivenByReading() {
    long id = night.propose("Ada", SOLARIS);

    get("Ada", "/api/proposals/" + id + "/vote")
        .statusCode(405)
        .header("Allow", containsString("PUT"));
    TestMembers.as("Ada").post("/api/proposals/" + id + "/vote").then().statusCode(405);

    get("/api/proposals").body("data[0].vote_count", equalTo(0));
  }

  @Test
  void aDuplicateIsAnsweredWithTheOneThereIs() {
    long id = night.propose("Ada", SOLARIS);

    post("Bert", "/api/proposals", SOLARIS)
        .statusCode(409)
        .body("type", equalTo("/errors.md#proposal-exists"))
        .body("proposal.id", equalTo((int) id))
        .body("proposal.title", equalTo("Solaris"));
  }

  @Test
  void aWatchedFilmIsProposedAgainOnlyWithConfirmation() {
    long id = night.propose("Ada", SOLARIS);
    post("Grace", "/api/proposals/" + id + "/watched", "{}")
        .statusCode(200)
        .body("proposal.status", equalTo("WATCHED"));

    post("Bert", "/api/proposals", SOLARIS)
        .statusCode(409)
        .body("type", equalTo("/errors.md#already-watched"))
        .body("watched", containsString("T"));
    night.propose("Bert", SOLARIS.replace("{", "{\"confirm\":true,"));
    get("/api/proposals?status=watched").body("data.id", contains((int) id));
    get("/api/proposals?status=all").body("data", hasSize(2));
  }

  @Test
  void whoIsAtTheLimitIsToldSo() {
    for (int n = 0; n < 10; n++) {
      night.propose("Ada", "{\"title\":\"Film " + n + "\"}");
    }

    post("Ada", "/api/proposals", SOLARIS)
        .statusCode(422)
        .body("type", equalTo("/errors.md#limit-reached"))
        .body("limit", equalTo(10))
        .body("used", equalTo(10));
  }

  @Test
  void aWatchedFilmIsRated() {
    long id = night.propose("Ada", SOLARIS);
    String rating = "/api/proposals/" + id + "/rating";
    TestMembers.as("Bert").body("{\"stars\":4}").put(rating).then().statusCode(409);
    post("Grace", "/api/proposals/" + id + "/watched", "{}").statusCode(200);

    TestMembers.as("Bert")
        .body("{\"stars\":4}")
        .put(rating)
        .then()
        .statusCode(200)
        .body("proposal.average_rating", equalTo(4.0f))
        .body("proposal.ratings.name", contains("Bert"));
    TestMembers.as("Bert").delete(rating).then().body("proposal.rating_count", equalTo(0));
  }

  @Test
  void thePageIsFilteredAndCutByWhatIsAskedFor() {
    night.many(1, 30);
    night.propose("Bert", "{\"title\":\"Something else\",\"year\":2001}");
    night.vote("Cleo", 31);

    get("/api/proposals?limit=10&offset=10&sort=title&q=film")
        .body("total", equalTo(30))
        .body("record_count", equalTo(10))
        .body("sort_by", equalTo("title"))
        .header(
            "Link",
            equalTo(
                "</api/proposals?status=open&sort=title&q=film&limit=10&offset=20>; rel=\"next\""));
    get("/api/proposals?limit=10&offset=21").body("data", hasSize(10)).header("Link", nullValue());
    get("/api/proposals?proposer=bert").body("data.title", contains("Something else"));
    get("/api/proposals?genre=comedy").body("total", equalTo(30));
    get("/api/proposals?genre=western").body("total", equalTo(0)).body("data", hasSize(0));
    get("Cleo", "/api/proposals?unvoted=true&q=else").body("total", equalTo(0));
    get("Ada", "/api/proposals?unvoted=true&q=else").body("total", equalTo(1));
    given().queryParam("q", "%").get("/api/proposals").then().body("total", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "new, Unknown film",
    "rating, Film 30",
    "runtime, Film 1",
    "title, Film 1",
  })
  void ordersPutWhatIsNotKnownLast(String sort, String first) {
    night.many(1, 30);
    night.propose("Bert", "{\"title\":\"Unknown film\"}");

    Response page = given().get("/api/proposals?limit=200&sort=" + sort);

    page.then().body("data[0].title", equalTo(first)).body("sort_by", equalTo(sort));
    if (sort.equals("rating") || sort.equals("runtime")) {
      page.then().body("data[30].title", equalTo("Unknown film"));
    }
  }

  @Test
  void standingsFollowAVote() {
    long id = night.propose("Ada", SOLARIS);
    night.vote("Bert", id).statusCode(200);
    awaitVotes(1);

    night.vote("Cleo", id).statusCode(200);

    awaitVotes(2);
    get("/api/proposals/standings?period=open")
        .body("view", equalTo("proposals_standings"))
        .body("data[0].proposal_id", equalTo((int) id));
    get("/api/views/proposals_standings_open_all").statusCode(200);
    get("/api/proposals/standings?period=week").statusCode(400);
  }

  private static void awaitVotes(int votes) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                get("/api/proposals/standings")
                    .statusCode(200)
                    .body("data[0].votes", equalTo(votes)));
  }
}
