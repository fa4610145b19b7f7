package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which films are asked for, when, by whom, and what an answer changes. */
@QuarkusTest
class RefreshStatesHttpTest {
  private static final String ID = "tt0111161";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestDatabase database;
  private UpstreamStub upstream;
  private MetadataFixture films;

  @BeforeEach
  void startStub() {
    database = TestDatabase.create();
    upstream = new UpstreamStub();
    films = new MetadataFixture(database, upstream.uri()).set("imdbapi.batch", "1");
    upstream.does(
        request -> {
          ObjectNode title = JSON.createObjectNode().put("primaryTitle", "Told Now");
          title.put("id", request.path().replace("/titles/", ""));
          UpstreamStub.status(200, title.toString()).answer(request);
        });
  }

  @AfterEach
  void stopStub() {
    upstream.close();
    database.close();
  }

  private static RefreshOrder order(int limit, Duration olderThan, boolean force, String... ids) {
    return new RefreshOrder(
        limit, olderThan, force, false, ids.length == 0 ? null : List.of(ids), false);
  }

  private List<String> askedFilms() {
    return upstream.asked().stream().map(path -> path.replace("/titles/", "")).toList();
  }

  private Instant ago(Duration time) {
    return films.clock.instant().minus(time);
  }

  private void told(String id, Duration age) {
    films.told(id, new JsonObject().put("title", "Told Then"), ago(age));
  }

  @Test
  void successIsFreshForADayAndComesUpAgainThen() {
    films.propose(ID);
    films.node().due();
    Instant tomorrow = films.clock.instant().plus(Duration.ofHours(24));
    assertThat(films.state(ID)).isEqualTo("OK");
    assertThat(films.at(ID, "fresh_until")).isEqualTo(tomorrow);
    assertThat(films.at(ID, "next_attempt_at")).isEqualTo(tomorrow);

    assertThat(films.node().due().selected()).isZero();
    films.clock.set(tomorrow);
    assertThat(films.node().due().unchanged()).isEqualTo(1);
  }

  @Test
  void whatANewAnswerLeavesOutStaysAndARatingKeepsItsOwnVotes() {
    films.told(
        ID,
        new JsonObject()
            .put("title", "Told Then")
            .put("plot", "A plot.")
            .put("genres", new JsonArray().add("Drama"))
            .put("imdb_rating", 9.3)
            .put("imdb_votes", 100)
            .put("rating_source", "imdb")
            .put("metascore", 82),
        ago(Duration.ofDays(2)));
    upstream.says(
        200, "{\"primaryTitle\": \"New\", \"genres\": [], \"rating\": {\"aggregateRating\": 9.4}}");

    assertThat(films.node().due().updated()).isEqualTo(1);

    JsonObject data = films.data(ID);
    assertThat(data.getString("title")).isEqualTo("New");
    assertThat(data.getString("plot")).isEqualTo("A plot.");
    assertThat(data.getJsonArray("genres")).containsExactly("Drama");
    assertThat(data.getInteger("metascore")).isEqualTo(82);
    assertThat(data.getDouble("imdb_rating")).isEqualTo(9.4);
    assertThat(data.getInteger("imdb_votes")).isNull();
    assertThat(data.fieldNames()).hasSize(11);
  }

  @Test
  void failuresInARowPauseLongerAndASuccessForgetsThem() {
    films.propose(ID);
    UpstreamStub.Behaviour broken = UpstreamStub.status(200, "{}");
    upstream.does(broken);
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      films.node().due();
      pauses.add(Duration.between(films.clock.instant(), films.at(ID, "next_attempt_at")));
      films.clock.set(films.at(ID, "next_attempt_at"));
    }
    assertThat(pauses)
        .containsExactlyElementsOf(
            Stream.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360)
                .map(Duration::ofMinutes)
                .toList());
    assertThat(films.row(ID).getInteger("failures")).isEqualTo(11);

    upstream.says(200, "{\"primaryTitle\": \"A\"}");
    films.node().due();
    assertThat(films.row(ID).getInteger("failures")).isZero();
    assertThat(films.row(ID).getString("last_error")).isNull();
  }

  @Test
  void oneFilmAtATimeIsTheOldestEachTime() {
    String[] ids = MetadataFixture.ids(1, 5);
    for (int i = 0; i < ids.length; i++) {
      told(ids[i], Duration.ofDays(2 + i));
    }
    for (int i = 0; i < ids.length; i++) {
      films.clock.tick(Duration.ofSeconds(1));
      films.node().run(order(1, Duration.ofHours(24), false));
    }
    assertThat(askedFilms()).containsExactly(ids[4], ids[3], ids[2], ids[1], ids[0]);
  }

  @Test
  void forcedOneByOneFreshFilmsHaveTheirTurnsToo() {
    String[] ids = MetadataFixture.ids(1, 4);
    for (int i = 0; i < ids.length; i++) {
      told(ids[i], Duration.ofHours(1 + i));
    }
    assertThat(films.node().due().selected()).isZero();
    for (int i = 0; i < 2 * ids.length; i++) {
      films.clock.tick(Duration.ofSeconds(1));
      films.node().run(order(1, null, true));
    }
    List<String> oldestFirst = List.of(ids[3], ids[2], ids[1], ids[0]);
    assertThat(askedFilms())
        .containsExactlyElementsOf(
            Stream.concat(oldestFirst.stream(), oldestFirst.stream()).toList());
  }

  @Test
  void hoursIdsAndOnlyMissingChoose() {
    told("tt0000001", Duration.ofHours(3));
    told("tt0000002", Duration.ofHours(30));
    films.propose("tt0000003");

    films.node().run(order(9, Duration.ofHours(2), false, "tt0000001"));
    assertThat(askedFilms()).containsExactly("tt0000001");
    films.clock.tick(Duration.ofSeconds(1));
    films.node().run(new RefreshOrder(9, Duration.ofHours(24), false, false, null, true));
    assertThat(askedFilms()).containsExactly("tt0000001", "tt0000003");
    films.clock.tick(Duration.ofSeconds(1));
    RefreshReport dry =
        films.node().run(new RefreshOrder(9, Duration.ofHours(24), false, true, null, false));
    assertThat(dry.selected()).isEqualTo(1);
    assertThat(askedFilms()).hasSize(2);
  }

  @Test
  void aHundredTriggersOfOneStaleFilmAreOneCall() {
    told(ID, Duration.ofDays(2));
    MetadataFixture.Node one = films.node();
    MetadataFixture.Node other = films.node();

    Uni.join()
        .all(
            IntStream.range(0, 100)
                .mapToObj(i -> (i % 2 == 0 ? one : other).refresh.run(RefreshOrder.due(ID)))
                .toList())
        .andFailFast()
        .await()
        .atMost(MetadataFixture.PATIENCE);

    assertThat(askedFilms()).containsExactly(ID);
    assertThat(films.state(ID)).isEqualTo("OK");
  }

  @Test
  void aLateAnswerNeverReplacesANewerOne() {
    films.propose(ID);
    MetadataStore store = films.node().store;
    MetadataStore.Claim slow = claim(store);
    films.clock.tick(Duration.ofMinutes(11));
    assertThat(films.node().due().updated()).as("the lease of the slow one has ended").isEqualTo(1);

    Verdict late =
        new Verdict(
            Verdict.Outcome.OK,
            new FilmMetadata("Late", null, 1, null, null, List.of(), null, null, null, null, null),
            "imdbapi",
            null,
            null);
    assertThat(store.write(slow, Map.of(ID, late)).await().atMost(MetadataFixture.PATIENCE))
        .isEmpty();
    assertThat(films.data(ID).getString("title")).isEqualTo("Told Now");
  }

  @Test
  void whileOneAsksNobodyElseDoes() {
    films.propose(ID);
    claim(films.node().store);
    films.clock.tick(Duration.ofMinutes(9));
    assertThat(films.node().run(order(9, null, true)).selected()).isZero();
    assertThat(upstream.asked()).isEmpty();
  }

  private MetadataStore.Claim claim(MetadataStore store) {
    return store
        .claim(RefreshOrder.due(ID), films.clock.instant(), 1)
        .await()
        .atMost(MetadataFixture.PATIENCE);
  }
}
