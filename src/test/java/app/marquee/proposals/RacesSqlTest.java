package app.marquee.proposals;

import static app.marquee.proposals.Club.atOnce;
import static app.marquee.proposals.Club.film;
import static app.marquee.proposals.Club.get;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.security.Caller;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when everybody acts at the same moment. */
class RacesSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private Club club;
  private Caller ada;

  @BeforeEach
  void meet() {
    club = new Club(database.pool()).forgetAll();
    ada = club.member("Ada");
  }

  @Test
  void fiftyVotesOfOneMemberAreOneVote() {
    long film = club.propose(ada, "Solaris");

    List<Outcome> outcomes = atOnce(times(50, n -> club.ballot.give(film, ada)));

    assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
    assertThat(club.count("votes")).isEqualTo(1);
    assertThat(club.audit().stream().filter(row -> row.getString("action").equals("vote-given")))
        .hasSize(1);
  }

  @Test
  void ofTwentyProposalsWithOneLeftOneIsAccepted() {
    IntStream.range(0, 9).forEach(n -> club.propose(ada, "Before " + n));

    List<Outcome> outcomes =
        atOnce(times(20, n -> club.proposing.propose(film("At once " + n), ada)));

    assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance)).hasSize(19);
    assertThat(club.count("live")).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tt0069293", ""})
  void theSameFilmProposedByManyAtOnceIsOneProposal(String imdbId) {
    List<Caller> members = club.members(12);
    String id = imdbId.isEmpty() ? null : imdbId;

    List<Outcome> outcomes =
        atOnce(times(12, n -> club.proposing.propose(film(id, "Solaris", 1972), members.get(n))));

    assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    assertThat(club.count("live")).isEqualTo(1);
  }

  @Test
  void oneFilmUnderDifferentTitlesAtOnceIsOneProposal() {
    List<Caller> members = club.members(12);

    List<Outcome> outcomes =
        atOnce(
            times(
                12,
                n ->
                    club.proposing.propose(film("tt0069293", "Title " + n, 1972), members.get(n))));

    assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    assertThat(club.count("live")).isEqualTo(1);
  }

  @Test
  void aFilmByItsTitleAndByItsIdAtOnceIsOneProposal() {
    List<Caller> members = club.members(12);

    List<Outcome> outcomes =
        atOnce(
            times(
                12,
                n ->
                    club.proposing.propose(
                        film(n % 2 == 0 ? "tt0069293" : null, "Solaris", 1972), members.get(n))));

    assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    assertThat(club.count("live")).isEqualTo(1);
  }

  @Test
  void noMemberGivesMoreVotesThanTheRoundAllows() {
    List<Long> films = films(10);
    club.open("public", 3);

    List<Outcome> outcomes = atOnce(times(10, n -> club.ballot.give(films.get(n), ada)));

    assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(3);
    assertThat(club.count("votes")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void closingWhileAHundredVotesArriveLosesNoneAndTakesNoneAfterwards(long seed) {
    long film = club.propose(ada, "Solaris");
    List<Caller> members = club.members(100);
    long round = club.open("public", null);
    List<Uni<Outcome>> asked =
        new ArrayList<>(times(100, n -> club.ballot.give(film, members.get(n))));
    asked.add(20 + new Random(seed).nextInt(60), club.closing.close(round, ada));

    List<Outcome> outcomes = atOnce(asked);

    long accepted = outcomes.stream().filter(Outcome.Done.class::isInstance).count() - 1;
    assertThat(club.count("votes")).isEqualTo(accepted).isLessThan(100).isPositive();
    var results = club.run("results", Map.of("id", round)).get(0);
    assertThat(results.getLong("fixed")).isEqualTo(accepted);
    assertThat(results.getLong("stored")).isEqualTo(accepted);
  }

  @Test
  void aRoundThatTwoNodesCloseHasOneWinner() {
    Club other = new Club(database.pool(), club.clock);
    List<Long> films = films(4);
    List<Caller> members = club.members(4);
    IntStream.range(0, 4).forEach(n -> club.vote(films.get(n), members.get(n)));
    RoundBody body =
        new RoundBody(
            "A night", club.clock.instant(), club.clock.instant().plusSeconds(60), null, "public");
    long round = club.open(body);
    club.clock.tick(Duration.ofMinutes(2));

    get(
        Uni.join()
            .all(Stream.of(club, other, club, other).map(node -> node.closing.closeDue()).toList())
            .andCollectFailures());

    JsonNode closed = Club.read(get(club.rounds.find(round)).orElseThrow()).get("round");
    assertThat(closed.get("state").asText()).isEqualTo("closed");
    assertThat(closed.get("winner").get("votes").asInt()).isEqualTo(1);
    assertThat(club.audit().stream().filter(row -> row.getString("action").equals("round-closed")))
        .hasSize(1);
    assertThat(club.count("live")).isEqualTo(4);
  }

  @Test
  void everythingAtOnceEndsWithoutADeadlock() {
    List<Long> films = films(6);
    List<Caller> members = club.members(6);
    long round = club.open("hidden_until_close", 4);
    List<Uni<Outcome>> asked = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      Caller member = members.get(n % 6);
      long film = films.get(n % 5);
      asked.add(n % 3 == 0 ? club.ballot.takeBack(film, member) : club.ballot.give(film, member));
    }
    asked.add(club.endings.takeAway(films.get(5), ada));
    asked.add(club.endings.watched(films.get(4), ada));
    asked.add(club.proposing.propose(film("Another"), members.get(0)));
    asked.add(club.closing.close(round, ada));
    Collections.shuffle(asked, new Random(7));

    assertThat(atOnce(asked)).hasSize(64);
    assertThat(Club.read(get(club.rounds.find(round)).orElseThrow()).at("/round/state").asText())
        .isEqualTo("closed");
  }

  private List<Long> films(int howMany) {
    return IntStream.range(0, howMany).mapToObj(n -> club.propose(ada, "Film " + n)).toList();
  }

  private static List<Uni<Outcome>> times(
      int howMany, java.util.function.IntFunction<Uni<Outcome>> ask) {
    return IntStream.range(0, howMany).mapToObj(ask).toList();
  }
}
