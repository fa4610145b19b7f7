package app.marquee.proposals;

import static app.marquee.proposals.FilmNight.get;
import static app.marquee.proposals.FilmNight.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.testkit.ManualClock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounds over HTTP. */
@QuarkusTest
class RoundsHttpTest {
  @Inject Pool pool;
  @Inject ManualClock clock;
  @Inject RoundSchedule schedule;

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
  void aRoundThatRunsIsToldWithThePage() {
    get("/api/proposals").body("round", nullValue());
    long round = night.open("{\"name\":\" A\\u0007 night \",\"max_votes\":2}");

    get("/api/proposals")
        .body("round.id", equalTo((int) round))
        .body("round.name", equalTo("A night"))
        .body("round.state", equalTo("running"));
    get("/api/rounds/" + round).statusCode(200).body("round.max_votes", equalTo(2));
  }

  @Test
  void oneThatIsScheduledDoesNotRunYet() {
    night.open("{\"name\":\"Later\",\"opens_at\":\"2099-01-01T00:00:00+01:00\"}");

    get("/api/proposals").body("round", nullValue());
    get("/api/rounds")
        .body("rounds.state", contains("scheduled"))
        .body("rounds.opens_at", contains("2098-12-31T23:00:00Z"));
  }

  @Test
  void whoHasGivenAllTheirVotesIsToldSo() {
    long first = night.propose("Ada", "{\"title\":\"Solaris\"}");
    long second = night.propose("Ada", "{\"title\":\"Stalker\"}");
    night.open("{\"name\":\"One each\",\"max_votes\":1}");
    night.vote("Bert", first).statusCode(200);

    night
        .vote("Bert", second)
        .statusCode(422)
        .body("type", equalTo("/errors.md#votes-spent"))
        .body("limit", equalTo(1));
  }

  @Test
  void itsTimeUpItIsClosedByTheSchedule() {
    long film = night.propose("Ada", "{\"title\":\"Solaris\"}");
    long round =
        night.open(
            "{\"name\":\"Short\",\"closes_at\":\"%s\"}"
                .formatted(clock.instant().plus(Duration.ofMinutes(1))));
    night.vote("Bert", film).statusCode(200);
    clock.tick(Duration.ofMinutes(1));
    night.vote("Cleo", film).statusCode(409).body("type", equalTo("/errors.md#voting-closed"));

    schedule.closeDue().await().atMost(Duration.ofSeconds(30));

    get("/api/rounds/" + round)
        .body("round.state", equalTo("closed"))
        .body("round.winner.title", equalTo("Solaris"));
    get("/api/proposals").body("data.status", contains("SELECTED")).body("round", nullValue());
  }

  @Test
  void aSecondRoundAndASecondClosingAreRefused() {
    long round = night.open("{\"name\":\"First\"}");

    post("Grace", "/api/rounds", "{\"name\":\"Second\"}")
        .statusCode(409)
        .body("type", equalTo("/errors.md#round-exists"));
    post("Grace", "/api/rounds/" + round + "/close", "{}").statusCode(200);
    post("Grace", "/api/rounds/" + round + "/close", "{}")
        .statusCode(409)
        .body("type", equalTo("/errors.md#round-closed"));
    post("Grace", "/api/rounds/999999999/close", "{}").statusCode(404);
    night.open("{\"name\":\"Second\"}");
    get("/api/rounds").body("rounds.name", contains("Second", "First"));
    get("/api/rounds?limit=1").body("rounds", hasSize(1));
    get("/api/rounds?limit=0").statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\"\"} | name",
        "{\"name\":7} | name",
        "{\"name\":\"A\",\"opens_at\":\"tomorrow\"} | opens_at",
        "{\"name\":\"A\",\"opens_at\":\"2001-01-01T00:00:00Z\"} | opens_at",
        "{\"name\":\"A\",\"opens_at\":7} | opens_at",
        "{\"name\":\"A\",\"closes_at\":\"2001-01-01T00:00:00Z\"} | closes_at",
        "{\"name\":\"A\",\"closes_at\":\"+999999999-12-31T23:59:59Z\"} | closes_at",
        "{\"name\":\"A\",\"opens_at\":\"2099-01-02T00:00:00Z\",\"closes_at\":\"2099-01-01T00:00:00Z\"} | closes_at",
        "{\"name\":\"A\",\"max_votes\":0} | max_votes",
        "{\"name\":\"A\",\"max_votes\":1001} | max_votes",
        "{\"name\":\"A\",\"max_votes\":1e9} | max_votes",
        "{\"name\":\"A\",\"visibility\":\"secret\"} | visibility",
        "{\"name\":\"A\",\"winner_id\":1} | winner_id"
      })
  void aBadRoundIsNamedMemberByMember(String body, String member) {
    post("Grace", "/api/rounds", body).statusCode(400).body("errors.parameter", hasItems(member));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1]", "{", "''", "7"})
  void whatIsNoObjectCannotBeRead(String body) {
    post("Grace", "/api/rounds", body)
        .statusCode(400)
        .body("type", containsString("body-unreadable"));
  }
}
