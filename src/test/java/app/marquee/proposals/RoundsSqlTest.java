package app.marquee.proposals;

import static app.marquee.proposals.Club.get;
import static app.marquee.proposals.Club.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.http.ProblemCode;
import app.marquee.security.Caller;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How rounds begin, bind votes and end. */
class RoundsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private Club club;
  private Caller ada;
  private Caller bert;

  @BeforeEach
  void meet() {
    club = new Club(database.pool()).forgetAll();
    ada = club.member("Ada");
    bert = club.member("Bert");
  }

  @Test
  void mostVotesWinAndAreSelected() {
    long solaris = club.propose(ada, "Solaris");
    long stalker = club.propose(ada, "Stalker");
    long round = club.open("public", null);
    club.vote(solaris, ada);
    club.vote(stalker, ada, bert);

    JsonNode closed = club.close(round);

    assertThat(closed.at("/winner/proposal_id").asLong()).isEqualTo(stalker);
    assertThat(closed.at("/winner/votes").asInt()).isEqualTo(2);
    assertThat(closed.get("tie").isNull()).isTrue();
    assertThat(status(stalker)).isEqualTo("SELECTED");
    assertThat(status(solaris)).isEqualTo("OPEN");
    assertThat(refusal(get(club.ballot.give(stalker, ada)))).isEqualTo(ProblemCode.PROPOSAL_CLOSED);
    assertThat(get(club.ballot.give(solaris, bert))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void withoutAVoteNothingWins() {
    club.propose(ada, "Solaris");

    JsonNode closed = club.close(club.open("public", null));

    assertThat(closed.get("winner").isNull()).isTrue();
    assertThat(closed.get("state").asText()).isEqualTo("closed");
  }

  @Test
  void aTieIsDrawnAndAnybodyCanDrawItAgainFromTheLog() {
    List<Long> films = IntStream.range(0, 5).mapToObj(n -> club.propose(ada, "Film " + n)).toList();
    films.subList(0, 4).forEach(film -> club.vote(film, bert));

    JsonNode closed = club.close(club.open("public", null));

    Row entry = entries("round-closed").get(0);
    JsonObject told = new JsonObject(entry.getString("details"));
    JsonArray tied = told.getJsonArray("tied");
    long again = tied.getLong(new Random(told.getLong("seed")).nextInt(tied.size()));
    assertThat(tied).isEqualTo(new JsonArray(films.subList(0, 4)));
    assertThat(closed.at("/winner/proposal_id").asLong())
        .isEqualTo(again)
        .isEqualTo(told.getLong("winner"));
    assertThat(closed.at("/tie/seed").asLong()).isEqualTo(told.getLong("seed"));
    assertThat(status(again)).isEqualTo("SELECTED");
  }

  @Test
  void thereIsOneRoundAtATime() {
    long first = club.open("public", null);

    assertThat(refusal(get(club.rounds.open(now("Second"), ada))))
        .isEqualTo(ProblemCode.ROUND_EXISTS);
    club.close(first);
    assertThat(refusal(get(club.closing.close(first, ada)))).isEqualTo(ProblemCode.ROUND_CLOSED);
    assertThat(refusal(get(club.closing.close(first + 1000, ada))))
        .isEqualTo(ProblemCode.ROUND_UNKNOWN);
    assertThat(get(club.rounds.open(now("Second"), ada))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void beforeARoundBeginsItBindsNobody() {
    long solaris = club.propose(ada, "Solaris");
    long stalker = club.propose(ada, "Stalker");
    club.open(from(Duration.ofHours(1), Duration.ofHours(2), 1, "hidden_until_close"));

    club.vote(solaris, ada);
    club.vote(stalker, ada);

    assertThat(club.find(solaris, bert).get("vote_count").asInt()).isEqualTo(1);
    club.clock.tick(Duration.ofHours(1));
    assertThat(club.find(solaris, bert).get("vote_count").isNull()).isTrue();
    assertThat(refusal(get(club.ballot.give(club.propose(ada, "Mirror"), ada))))
        .isEqualTo(ProblemCode.VOTES_SPENT);
  }

  @Test
  void aVoteGivenAgainIsNoVoteMoreAndOneTakenBackIsFree() {
    long solaris = club.propose(ada, "Solaris");
    long stalker = club.propose(ada, "Stalker");
    club.open("public", 1);
    club.vote(solaris, ada);

    assertThat(get(club.ballot.give(solaris, ada))).isInstanceOf(Outcome.Done.class);
    assertThat(refusal(get(club.ballot.give(stalker, ada)))).isEqualTo(ProblemCode.VOTES_SPENT);
    get(club.ballot.takeBack(solaris, ada)).done();
    assertThat(get(club.ballot.give(stalker, ada))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void whenItsTimeIsUpNobodyVotesUntilItIsClosed() {
    long solaris = club.propose(ada, "Solaris");
    long round = club.open(from(Duration.ZERO, Duration.ofHours(1), null, "public"));
    club.vote(solaris, ada);
    club.clock.tick(Duration.ofHours(1));

    assertThat(refusal(get(club.ballot.give(solaris, bert)))).isEqualTo(ProblemCode.VOTING_CLOSED);
    assertThat(refusal(get(club.ballot.takeBack(solaris, ada))))
        .isEqualTo(ProblemCode.VOTING_CLOSED);
    assertThat(state(round)).isEqualTo("ended");

    get(club.closing.closeDue());

    assertThat(state(round)).isEqualTo("closed");
    assertThat(status(solaris)).isEqualTo("SELECTED");
    assertThat(entries("round-closed").get(0).getString("actor")).isEqualTo("system");
  }

  @Test
  void aRoundThatIsNotDueStaysOpen() {
    long round = club.open(from(Duration.ZERO, Duration.ofHours(1), null, "public"));
    club.clock.tick(Duration.ofMinutes(59));

    get(club.closing.closeDue());

    assertThat(state(round)).isEqualTo("running");
  }

  @Test
  void aRoundClosedBeforeItBeganChoosesNothing() {
    long solaris = club.propose(ada, "Solaris");
    club.vote(solaris, ada);
    long round = club.open(from(Duration.ofHours(1), null, null, "public"));
    assertThat(state(round)).isEqualTo("scheduled");

    JsonNode closed = club.close(round);

    assertThat(closed.get("winner").isNull()).isTrue();
    assertThat(status(solaris)).isEqualTo("OPEN");
    assertThat(club.standings("round").get("empty_reason").asText())
        .isEqualTo("there has been no round yet");
  }

  @Test
  void whatIsTakenAwayDuringARoundCannotWin() {
    long solaris = club.propose(ada, "Solaris");
    long stalker = club.propose(ada, "Stalker");
    long round = club.open("public", null);
    club.vote(solaris, ada, bert);
    club.vote(stalker, bert);
    get(club.endings.takeAway(solaris, ada)).done();

    assertThat(club.close(round).at("/winner/proposal_id").asLong()).isEqualTo(stalker);
  }

  @Test
  void aTallyStaysAsItWasWhenTheRoundWasClosed() {
    long solaris = club.propose(ada, "Solaris");
    long stalker = club.propose(ada, "Stalker");
    club.vote(solaris, ada, bert);
    club.vote(stalker, ada);
    long round = club.open("public", null);
    club.close(round);
    get(club.ballot.takeBack(stalker, ada)).done();

    JsonNode standings = club.standings("round");

    assertThat(standings.at("/data/0/winner").asBoolean()).isTrue();
    assertThat(standings.at("/data/1/votes").asInt()).isEqualTo(1);
    assertThat(club.run("results", Map.of("id", round)).get(0).getLong("fixed")).isEqualTo(3);
    assertThat(club.standings("open").at("/data/0/votes").asInt()).isZero();
  }

  @Test
  void turnsAreWhenRoundsBeginAndEnd() {
    Instant now = club.clock.instant();
    assertThat(get(club.views.turnsAfter(now))).isEqualTo(Instant.MAX);
    long round = club.open(from(Duration.ofHours(1), Duration.ofHours(2), null, "public"));

    assertThat(get(club.views.turnsAfter(now))).isEqualTo(now.plus(Duration.ofHours(1)));
    assertThat(get(club.views.turnsAfter(now.plus(Duration.ofHours(1)))))
        .isEqualTo(now.plus(Duration.ofHours(2)));
    assertThat(get(club.views.turnsAfter(now.plus(Duration.ofHours(2))))).isEqualTo(Instant.MAX);
    club.close(round);
    assertThat(get(club.views.turnsAfter(now))).isEqualTo(Instant.MAX);
  }

  private RoundBody now(String name) {
    return new RoundBody(name, club.clock.instant(), null, null, "public");
  }

  private RoundBody from(Duration opensIn, Duration closesIn, Integer maxVotes, String visibility) {
    Instant now = club.clock.instant();
    return new RoundBody(
        "A night",
        now.plus(opensIn),
        closesIn == null ? null : now.plus(closesIn),
        maxVotes,
        visibility);
  }

  private List<Row> entries(String action) {
    return club.audit().stream().filter(row -> row.getString("action").equals(action)).toList();
  }

  private String status(long id) {
    return club.find(id, ada).get("status").asText();
  }

  private String state(long round) {
    return Club.read(get(club.rounds.find(round)).orElseThrow()).at("/round/state").asText();
  }
}
