package app.marquee.proposals;

import static app.marquee.proposals.FilmNight.get;
import static app.marquee.proposals.FilmNight.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestMembers;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round that hides its votes tells nothing of them, in no answer, before it is closed. */
@QuarkusTest
class HiddenRoundHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What tells of votes. */
  private static final List<String> TELLING = List.of("vote_count", "voters", "votes", "rank");

  @Inject Pool pool;
  @Inject ManualClock clock;

  private FilmNight night;
  private long solaris;
  private long stalker;
  private long round;

  @BeforeEach
  void begin() {
    night = new FilmNight(pool, clock);
    night.begin();
    solaris = night.propose("Ada", "{\"title\":\"Solaris\"}");
    stalker = night.propose("Ada", "{\"title\":\"Stalker\"}");
    round = night.open("{\"name\":\"Secret night\",\"visibility\":\"hidden_until_close\"}");
    awaitStandings("open", "votes are told when the round is closed");
  }

  @AfterEach
  void forget() {
    night.forget();
  }

  private List<String> addresses() {
    return List.of(
        "/api/proposals",
        "/api/proposals?sort=votes&status=all",
        "/api/proposals?status=watched",
        "/api/proposals/" + solaris,
        "/api/proposals/" + stalker,
        "/api/proposals/standings?period=open",
        "/api/proposals/standings?period=round",
        "/api/views/proposals_standings_open_all",
        "/api/views/proposals_standings_round_all",
        "/api/rounds",
        "/api/rounds/" + round);
  }

  @Test
  void noAnswerTellsWhetherAnybodyHasVoted() {
    awaitStandings("round", "votes are told when the round is closed");
    Map<String, String> before = answers("Cleo");
    Map<String, String> toNobody = answers("");

    night.vote("Ada", solaris);
    night.vote("Bert", solaris);
    night.vote("Bert", stalker);

    assertThat(answers("Cleo")).isEqualTo(before);
    assertThat(answers("")).isEqualTo(toNobody);
    before.values().forEach(HiddenRoundHttpTest::assertTellsNothing);
  }

  /** Headers, too, but those of the time and of the request. */
  private Map<String, String> answers(String member) {
    Map<String, String> answers = new TreeMap<>();
    for (String address : addresses()) {
      Response answer = (member.isEmpty() ? given() : TestMembers.as(member)).get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      answers.put(address, answer.asString());
      answers.put(address + " version", String.valueOf(answer.header("X-Cache-Source-Version")));
      answers.put(address + " etag", String.valueOf(answer.header("ETag")));
    }
    return answers;
  }

  private static void assertTellsNothing(String answer) {
    if (!answer.startsWith("{")) {
      return;
    }
    JsonNode document = Club.read(answer);
    for (String field : TELLING) {
      assertThat(document.findValues(field)).as(field + " in " + answer).allMatch(JsonNode::isNull);
    }
  }

  @Test
  void aMemberSeesNothingButTheirOwnVote() {
    night
        .vote("Bert", solaris)
        .statusCode(200)
        .body("voted", equalTo(true))
        .body("vote_count", nullValue())
        .body("voters", nullValue());

    get("Bert", "/api/proposals/" + solaris)
        .body("proposal.user_voted", equalTo(true))
        .body("proposal.vote_count", nullValue());
    get("Ada", "/api/proposals/" + solaris).body("proposal.user_voted", equalTo(false));
  }

  @Test
  void theOrderIsThatOfTime() {
    night.vote("Ada", solaris);

    get("/api/proposals?sort=votes")
        .body("sort_by", equalTo("new"))
        .body("data.title", contains("Stalker", "Solaris"))
        .body("round.visibility", equalTo("hidden_until_close"));
  }

  @Test
  void whatEndsDuringTheRoundTellsNothingEither() {
    night.vote("Bert", solaris);
    night.vote("Bert", stalker);
    TestMembers.as("Ada").delete("/api/proposals/" + solaris).then().statusCode(200);
    post("Grace", "/api/proposals/" + stalker + "/watched", "{}")
        .statusCode(200)
        .body("proposal.vote_count", nullValue());

    get("/api/proposals/" + solaris).body("proposal.voters", nullValue());
    get("/api/proposals?status=all").body("data.vote_count", everyItem(nullValue()));
  }

  @Test
  void theLogOfVotesIsHiddenUntilTheRoundIsClosed() {
    night.vote("Bert", solaris);
    assertThat(hidden("vote-given")).containsExactly(true);

    closeIt();

    assertThat(hidden("vote-given")).containsExactly(false);
  }

  @Test
  void closingTellsEverythingAtOnce() {
    night.vote("Ada", solaris);
    night.vote("Bert", solaris);

    closeIt();

    get("/api/proposals?sort=votes")
        .body("data[0].title", equalTo("Solaris"))
        .body("data[0].voters", contains("Ada", "Bert"))
        .body("data[0].status", equalTo("SELECTED"));
    get("/api/rounds").body("rounds.winner.title", hasItem("Solaris"));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                get("/api/proposals/standings?period=round")
                    .body("data[0].winner", equalTo(true))
                    .body("data[0].votes", equalTo(2))
                    .body("round.state", equalTo("closed")));
  }

  private void closeIt() {
    post("Grace", "/api/rounds/" + round + "/close", "{}")
        .statusCode(200)
        .body("round.state", equalTo("closed"));
  }

  private List<Boolean> hidden(String action) {
    return new Club(pool, clock)
        .audit().stream()
            .filter(row -> row.getString("action").equals(action))
            .map(row -> row.getBoolean("hidden"))
            .toList();
  }

  private static void awaitStandings(String period, String emptyReason) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                get("/api/proposals/standings?period=" + period)
                    .statusCode(200)
                    .body("empty_reason", equalTo(emptyReason)));
  }
}
