package app.marquee.proposals;

import static app.marquee.proposals.Club.film;
import static app.marquee.proposals.Club.get;
import static app.marquee.proposals.Club.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.http.ProblemCode;
import app.marquee.security.Caller;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.SourceChanged;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be proposed, by whom, and how it ends. */
class ProposingSqlTest {
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
  void aFilmWithAnIdWantsItsMetadataAndSaysSoOnce() {
    club.propose(ada, film("tt0069293", "Solaris", 1972));
    club.propose(ada, "Home movie");

    assertThat(club.films).containsExactly(new FilmProposed("tt0069293"));
    assertThat(club.run("wanted", Map.of()))
        .singleElement()
        .satisfies(row -> assertThat(row.getString("state")).isEqualTo("MISSING"));
    assertThat(club.changes).hasSize(2).containsOnly(new SourceChanged("proposals"));
  }

  @Test
  void whatIsRefusedChangesNothingAndIsToldToNobody() {
    club.propose(ada, "Solaris");
    long before = version();

    assertThat(propose(bert, film("tt0069293", "sOLARIS", null)))
        .isEqualTo(ProblemCode.PROPOSAL_EXISTS);

    assertThat(version()).isEqualTo(before);
    assertThat(club.changes).hasSize(1);
    assertThat(club.films).isEmpty();
    assertThat(club.run("wanted", Map.of())).isEmpty();
  }

  @Test
  void aDuplicateIsOneOfTheSameIdOrWhereOneHasNoneOfTheSameTitleAndYear() {
    club.propose(ada, film("tt0069293", "Solaris", 1972));

    assertThat(propose(bert, film("tt0069293", "Soljaris", 1971)))
        .isEqualTo(ProblemCode.PROPOSAL_EXISTS);
    assertThat(propose(bert, film(null, "SOLARIS", 1972))).isEqualTo(ProblemCode.PROPOSAL_EXISTS);
    club.propose(bert, film(null, "Solaris", 2002));
    assertThat(propose(ada, film("tt0307479", "Solaris", 2002)))
        .isEqualTo(ProblemCode.PROPOSAL_EXISTS);
    club.propose(ada, film("tt0307479", "Solaris", 1972));
  }

  @Test
  void whatWasTakenAwayMayBeProposedAgain() {
    long first = club.propose(ada, film("tt0069293", "Solaris", 1972));
    get(club.endings.takeAway(first, ada)).done();

    assertThat(club.propose(bert, film("tt0069293", "Solaris", 1972))).isGreaterThan(first);
  }

  @Test
  void whatWasWatchedIsProposedAgainOnlyIfItIsMeant() {
    long first = club.propose(ada, film("tt0069293", "Solaris", 1972));
    get(club.endings.watched(first, club.admin("Grace"))).done();

    assertThat(propose(bert, film("tt0069293", "Any title", null)))
        .isEqualTo(ProblemCode.ALREADY_WATCHED);
    assertThat(propose(bert, film(null, "solaris", 1972))).isEqualTo(ProblemCode.ALREADY_WATCHED);
    club.propose(bert, new ProposalBody("tt0069293", "Solaris", 1972, null, true));
  }

  @Test
  void aMemberHasTheUsualLimitOrTheirOwn() {
    club.run("own_limit", Map.of("member_id", ada.memberId(), "most", 1));
    long only = club.propose(ada, "Solaris");

    assertThat(propose(ada, film("Stalker"))).isEqualTo(ProblemCode.LIMIT_REACHED);
    for (int n = 0; n < 10; n++) {
      club.propose(bert, "Film " + n);
    }
    assertThat(propose(bert, film("Stalker"))).isEqualTo(ProblemCode.LIMIT_REACHED);
    get(club.endings.takeAway(only, ada)).done();
    club.propose(ada, "Stalker");
  }

  @Test
  void aSelectedFilmNoLongerCountsAgainstItsProposersLimit() {
    club.run("own_limit", Map.of("member_id", ada.memberId(), "most", 1));
    club.vote(club.propose(ada, "Solaris"), bert);
    club.close(club.open("public", null));

    club.propose(ada, "Stalker");
  }

  @Test
  void titleAndYearComeFromWhatIsKnownOfTheFilm() {
    assertThat(propose(ada, film("tt0069293", null, null)))
        .isEqualTo(ProblemCode.PARAMETER_INVALID);
    club.known(
        "tt0069293",
        "{\"title\":\"Solaris\",\"year\":1972}",
        club.clock.instant().plus(Duration.ofDays(1)));

    JsonNode made = club.find(club.propose(ada, film("tt0069293", null, null)), bert);

    assertThat(made.get("title").asText()).isEqualTo("Solaris");
    assertThat(made.get("year").asInt()).isEqualTo(1972);
  }

  @Test
  void whoProposedItWithdrawsItAndAnAdminRemovesIt() {
    Caller grace = club.admin("Grace");
    long own = club.propose(ada, "Solaris");
    long others = club.propose(ada, "Stalker");
    club.vote(own, bert);

    assertThat(refusal(get(club.endings.takeAway(own, bert)))).isEqualTo(ProblemCode.FORBIDDEN);
    get(club.endings.takeAway(own, ada)).done();
    get(club.endings.takeAway(others, grace)).done();

    assertThat(club.find(own, bert).get("status").asText()).isEqualTo("WITHDRAWN");
    assertThat(club.find(own, bert).get("vote_count").asInt()).isEqualTo(1);
    assertThat(club.find(others, bert).get("status").asText()).isEqualTo("REMOVED");
    assertThat(refusal(get(club.endings.takeAway(999, ada))))
        .isEqualTo(ProblemCode.PROPOSAL_UNKNOWN);
  }

  @Test
  void endingWhatHasEndedChangesNothing() {
    Caller grace = club.admin("Grace");
    long gone = club.propose(ada, "Solaris");
    long seen = club.propose(ada, "Stalker");
    get(club.endings.takeAway(gone, ada)).done();
    get(club.endings.watched(seen, grace)).done();
    long before = version();

    get(club.endings.takeAway(gone, grace)).done();
    get(club.endings.watched(seen, grace)).done();

    assertThat(club.find(gone, ada).get("status").asText()).isEqualTo("WITHDRAWN");
    assertThat(refusal(get(club.endings.takeAway(seen, ada))))
        .isEqualTo(ProblemCode.PROPOSAL_CLOSED);
    assertThat(refusal(get(club.endings.watched(gone, grace))))
        .isEqualTo(ProblemCode.PROPOSAL_CLOSED);
    assertThat(version()).isEqualTo(before);
  }

  @Test
  void aWatchedFilmIsRatedByStars() {
    long film = club.propose(ada, "Solaris");
    assertThat(refusal(get(club.ratings.rate(film, 5, ada)))).isEqualTo(ProblemCode.NOT_WATCHED);
    get(club.endings.watched(film, club.admin("Grace"))).done();

    get(club.ratings.rate(film, 5, ada)).done();
    get(club.ratings.rate(film, 4, bert)).done();
    get(club.ratings.rate(film, 2, ada)).done();

    JsonNode rated = club.find(film, ada);
    assertThat(rated.get("average_rating").asDouble()).isEqualTo(3.0);
    assertThat(rated.get("rating_count").asInt()).isEqualTo(2);
    assertThat(rated.get("ratings").findValuesAsText("name")).contains("Ada", "Bert");
    get(club.ratings.takeBack(film, bert)).done();
    get(club.ratings.takeBack(film, bert)).done();
    assertThat(club.find(film, ada).get("average_rating").asDouble()).isEqualTo(2.0);
    assertThat(refusal(get(club.ratings.rate(999, 5, ada))))
        .isEqualTo(ProblemCode.PROPOSAL_UNKNOWN);
  }

  @Test
  void aVoteIsGivenAndTakenBackAnyNumberOfTimes() {
    long film = club.propose(ada, "Solaris");

    assertThat(voted(get(club.ballot.give(film, ada)))).isEqualTo("true 1 [\"Ada\"]");
    assertThat(voted(get(club.ballot.give(film, ada)))).isEqualTo("true 1 [\"Ada\"]");
    assertThat(voted(get(club.ballot.give(film, bert)))).isEqualTo("true 2 [\"Ada\",\"Bert\"]");
    assertThat(voted(get(club.ballot.takeBack(film, ada)))).isEqualTo("false 1 [\"Bert\"]");
    assertThat(voted(get(club.ballot.takeBack(film, ada)))).isEqualTo("false 1 [\"Bert\"]");
    assertThat(refusal(get(club.ballot.give(999, ada)))).isEqualTo(ProblemCode.PROPOSAL_UNKNOWN);
  }

  @Test
  void everyChangeIsInTheAuditLogOnce() {
    Caller grace = club.admin("Grace");
    long film = club.propose(ada, "Solaris");
    club.vote(film, bert, bert);
    get(club.ballot.takeBack(film, bert)).done();
    long round = club.open("public", null);
    club.close(round);
    get(club.endings.watched(film, grace)).done();
    get(club.ratings.rate(film, 5, bert)).done();
    get(club.endings.takeAway(club.propose(ada, "Stalker"), ada)).done();
    get(club.endings.takeAway(club.propose(ada, "Mirror"), grace)).done();

    assertThat(
            club.audit().stream()
                .map(row -> row.getString("actor") + " " + row.getString("action")))
        .containsExactly(
            "Ada proposal-made",
            "Bert vote-given",
            "Bert vote-taken-back",
            "Grace round-opened",
            "Grace round-closed",
            "Grace proposal-watched",
            "Bert rating-given",
            "Ada proposal-made",
            "Ada proposal-withdrawn",
            "Ada proposal-made",
            "Grace proposal-removed");
    assertThat(club.audit().get(1).getString("subject")).isEqualTo("proposal " + film);
    assertThat(club.audit().get(3).getString("subject")).isEqualTo("round " + round);
    assertThat(club.audit()).noneMatch(row -> row.getBoolean("hidden"));
  }

  private static String voted(Outcome outcome) {
    JsonNode answer = Club.read(outcome.done());
    return answer.get("voted") + " " + answer.get("vote_count") + " " + answer.get("voters");
  }

  private ProblemCode propose(Caller member, ProposalBody body) {
    return refusal(get(club.proposing.propose(body, member)));
  }

  private long version() {
    return club.run("version", Map.of()).get(0).getLong("version");
  }
}
