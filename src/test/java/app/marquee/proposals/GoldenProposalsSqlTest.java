package app.marquee.proposals;

import static app.marquee.proposals.Club.film;
import static app.marquee.proposals.Club.get;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.security.Caller;
import app.marquee.testkit.Golden;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Documents over a club with everything in it: films of every state of metadata, a tie, a hostile
 * title, one selected, one watched and rated, two that were taken away.
 */
class GoldenProposalsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static final Caller NOBODY = new Caller("", null, false);

  private static Club club;
  private static Caller ada;
  private static Caller bert;

  @BeforeAll
  static void meet() {
    club = new Club(database.pool()).forgetAll();
    ada = club.member("Ada");
    bert = club.member("Bert");
    Caller cleo = club.member("Cleo");
    Caller grace = club.admin("Grace");
    long seen = club.propose(ada, film("tt0050083", "12 Angry Men", 1957));
    club.vote(seen, cleo, ada);
    long chosen = club.propose(bert, film("tt0069293", "Solaris", 1972));
    club.vote(chosen, ada, bert, cleo);
    club.close(club.open("public", 2));
    get(club.endings.watched(seen, grace)).done();
    get(club.ratings.rate(seen, 5, ada)).done();
    get(club.ratings.rate(seen, 4, bert)).done();
    long fresh = club.propose(bert, film("tt0079944", "Stalker", 1979));
    long stale = club.propose(bert, film("tt0072443", "Mirror", null));
    club.vote(club.propose(ada, "'); alert(1)//<img onerror=\"x\">"), ada, bert);
    club.vote(fresh, cleo, ada);
    club.vote(stale, ada);
    club.propose(ada, film("tt9000001", "Wanted", 2001));
    club.propose(ada, film("tt9000002", "Nowhere to be found", 2002));
    club.propose(ada, film("tt9000003", "Broken", 2003));
    club.propose(ada, film("tt9000004", "Never asked for", 2004));
    get(club.endings.takeAway(club.propose(ada, "Withdrawn"), ada)).done();
    get(club.endings.takeAway(club.propose(ada, "Removed"), grace)).done();
    tellFilms();
  }

  private static void tellFilms() {
    club.known(
        "tt0079944",
        "{\"title\":\"Stalker\",\"original_title\":\"Сталкер\",\"year\":1979,\"plot\":\"A guide"
            + " leads two men through the Zone.\",\"runtime_seconds\":9720,\"genres\":[\"Drama\","
            + "\"Sci-Fi\"],\"poster_url\":\"https://images.example/stalker.jpg\","
            + "\"imdb_rating\":8.1,\"imdb_votes\":152000,\"rating_source\":\"imdb\","
            + "\"metascore\":85}",
        club.clock.instant().plus(Duration.ofHours(5)));
    club.known(
        "tt0072443",
        "{\"title\":\"Mirror\",\"year\":1975,\"runtime_seconds\":6420,\"imdb_rating\":7.9}",
        club.clock.instant().minus(Duration.ofDays(3)));
    club.known("tt0050083", "{\"title\":\"12 Angry Men\"}", club.clock.instant());
    Map.of("tt9000002", "NOT_FOUND", "tt9000003", "ERROR")
        .forEach(
            (imdbId, state) ->
                club.run(
                    "metadata_state",
                    Map.of("imdb_id", imdbId, "state", state, "at", club.clock.instant())));
    club.run("forget_film", Map.of("imdb_id", "tt9000004"));
  }

  @ParameterizedTest
  @CsvSource({"open, votes", "watched, votes", "all, rating"})
  void listsAreAsReviewed(String status, String sort) {
    Golden.assertMatches("proposals", "proposals_" + status + "_" + sort, list(status, sort, bert));
  }

  @ParameterizedTest
  @CsvSource({"open", "round"})
  void standingsAreAsReviewed(String period) {
    Golden.assertMatches(
        "proposals", "proposals_standings_" + period + "_all", club.standings(period));
  }

  @Test
  void keysAreNamedAsPublished() {
    assertThat(ProposalViews.STANDINGS.keys())
        .extracting(Object::toString)
        .containsExactly("proposals_standings_open_all", "proposals_standings_round_all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "votes | Solaris, '); alert(1)//<img onerror=\"x\">, Stalker, Mirror",
        "new | Never asked for, Broken, Nowhere to be found, Wanted",
        "rating | Stalker, Mirror, Solaris, '); alert(1)//<img onerror=\"x\">",
        "runtime | Mirror, Stalker, Solaris, '); alert(1)//<img onerror=\"x\">",
        "title | '); alert(1)//<img onerror=\"x\">, Broken, Mirror, Never asked for"
      })
  void ordersPutNullsLastAndBreakTiesByVotesThenNewness(String sort, String first) {
    assertThat(shown(list("open", sort, NOBODY)).subList(0, 4))
        .isEqualTo(List.of(first.split(", ")));
  }

  private static List<String> shown(JsonNode page) {
    return java.util.stream.StreamSupport.stream(page.get("data").spliterator(), false)
        .map(row -> row.get("title").asText())
        .toList();
  }

  private static JsonNode list(String status, String sort, Caller reader) {
    ProposalQuery query = new ProposalQuery(status, sort, null, null, null, false, 20, 0);
    return Club.read(get(club.proposals.list(query, reader)).document());
  }
}
