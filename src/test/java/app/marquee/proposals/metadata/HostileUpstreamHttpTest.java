package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything a provider may answer but what it should, to the question for a stale film. */
@QuarkusTest
class HostileUpstreamHttpTest {
  private static final String ID = "tt0133093";
  private static final JsonObject DATA =
      new JsonObject().put("title", "The Matrix").put("plot", "Known for long.").put("year", 1999);

  private TestDatabase database;
  private UpstreamStub upstream;
  private MetadataFixture films;

  @BeforeEach
  void startStub() {
    database = TestDatabase.create();
    upstream = new UpstreamStub();
    films = new MetadataFixture(database, upstream.uri()).set("imdbapi.timeout", "PT0.5S");
    films.told(ID, DATA, films.clock.instant().minus(Duration.ofDays(2)));
  }

  @AfterEach
  void stopStub() {
    upstream.close();
    database.close();
  }

  private void assertKept() {
    assertThat(films.data(ID)).isEqualTo(DATA);
    assertThat(films.at(ID, "cached_at"))
        .isEqualTo(films.clock.instant().minus(Duration.ofDays(2)));
    assertThat(films.row(ID).getString("lease_owner")).isNull();
  }

  private Instant in(Duration time) {
    return films.clock.instant().plus(time);
  }

  record Trouble(String name, UpstreamStub.Behaviour behaviour, int attempts, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Trouble> troubles() {
    return Stream.of(
        new Trouble("silence", UpstreamStub.silence(), 3, "no answer within PT0.5S"),
        new Trouble("hangs up", UpstreamStub.hangUp(), 3, "the connection failed"),
        new Trouble("breaks off", UpstreamStub.breakOff(), 3, "imdbapi: "),
        new Trouble("500", UpstreamStub.status(500, "{}"), 3, "it answered with status 500"),
        new Trouble("50 MB", UpstreamStub.blanks(50 << 20), 1, "larger than 1048576 bytes"),
        new Trouble("a bomb", UpstreamStub.bomb(50 << 20), 1, "larger than 1048576 bytes"),
        new Trouble("garbage", UpstreamStub.status(200, "<html>"), 1, "is not JSON"),
        new Trouble("a list", UpstreamStub.status(200, "[]"), 1, "is not a JSON object"),
        new Trouble("nothing", UpstreamStub.status(200, ""), 1, "is not a JSON object"),
        new Trouble(
            "wrong types",
            UpstreamStub.status(200, "{\"primaryTitle\": 7, \"id\": {}}"),
            1,
            "is not about " + ID),
        new Trouble(
            "another film",
            UpstreamStub.status(200, "{\"primaryTitle\": \"B\", \"id\": \"tt0000001\"}"),
            1,
            "is not about " + ID),
        new Trouble(
            "elsewhere",
            UpstreamStub.status(302, "{}", "Location", "http://127.0.0.1:1/"),
            1,
            "it answered with status 302"),
        new Trouble("bad request", UpstreamStub.status(400, "{}"), 1, "with status 400"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void dataIsKeptAndTheNextAttemptComesLater(Trouble trouble) {
    upstream.does(trouble.behaviour());

    RefreshReport report = films.node().due();

    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.problems().get(0).reason())
        .startsWith("imdbapi: ")
        .contains(trouble.reason());
    assertThat(upstream.asked()).hasSize(trouble.attempts());
    assertThat(films.state(ID)).isEqualTo("ERROR");
    assertThat(films.row(ID).getInteger("failures")).isEqualTo(1);
    assertThat(films.at(ID, "next_attempt_at")).isEqualTo(in(Duration.ofMinutes(1)));
    assertKept();
  }

  @Test
  void anAnswerThatDripsOnIsEnded() {
    upstream.does(upstream.drip());
    assertThat(films.node().due().failed()).isEqualTo(1);
    assertThat(films.row(ID).getString("last_error")).contains("no answer within PT0.5S");
    assertKept();
  }

  @Test
  void aFilmThatIsGoneKeepsWhatWasTold() {
    upstream.does(Captured.notFound());
    assertThat(films.node().due().notFound()).isEqualTo(1);
    assertThat(films.state(ID)).isEqualTo("NOT_FOUND");
    assertThat(films.at(ID, "next_attempt_at")).isEqualTo(in(Duration.ofDays(7)));
    assertKept();
  }

  @Test
  void tooManyRequestsPauseTheProviderForAllNodesAndTouchNoFilm() {
    upstream.does(UpstreamStub.status(429, "{}", "Retry-After", "90"));

    assertThat(films.node().due().skipped()).isEqualTo(1);
    assertThat(films.node().run(new RefreshOrder(9, null, true, false, null, false)).skipped())
        .as("not selected again at the same instant")
        .isZero();
    films.clock.tick(Duration.ofSeconds(60));
    assertThat(films.node().run(new RefreshOrder(9, null, true, false, null, false)).skipped())
        .isEqualTo(1);
    assertThat(upstream.asked()).hasSize(1);
    assertThat(films.state(ID)).isEqualTo("OK");
    assertThat(films.row(ID).getInteger("failures")).isZero();

    films.clock.tick(Duration.ofSeconds(31));
    upstream.does(Captured.asImdbapi(Map.of()));
    films.node().run(new RefreshOrder(9, null, true, false, null, false));
    assertThat(upstream.asked()).hasSize(2);
  }

  @Test
  void unavailableWithATimeToComeBackIsAPauseToo() {
    upstream.does(UpstreamStub.status(503, "{}", "Retry-After", "120"));
    assertThat(films.node().due().skipped()).isEqualTo(1);
    assertThat(upstream.asked()).hasSize(1);
    assertThat(films.at(ID, "next_attempt_at"))
        .isBetween(in(Duration.ofSeconds(120)), in(Duration.ofSeconds(181)));
    assertKept();
  }

  @Test
  void theBreakerOpensAndAfterItsDelayLetsOneThroughAgain() {
    films.set("imdbapi.batch", "1").set("imdbapi.breaker-delay", "PT0.2S").set("concurrency", "1");
    films.propose(MetadataFixture.ids(1, 20));
    upstream.says(500, "{}");
    MetadataFixture.Node node = films.node();

    RefreshReport report = node.due();

    assertThat(report.failed() + report.skipped()).isEqualTo(21);
    assertThat(upstream.asked().size()).isBetween(8, 10);
    assertThat(breaker(node)).isEqualTo(CircuitBreakerState.OPEN);

    upstream.does(Captured.asImdbapi(Captured.imdbapi()));
    films.propose("tt0111161", "tt0068646", "tt0468569");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              films.clock.tick(Duration.ofMinutes(2));
              node.due();
              return breaker(node) == CircuitBreakerState.CLOSED;
            });
    assertThat(films.state("tt0111161")).isEqualTo("OK");
  }

  private static CircuitBreakerState breaker(MetadataFixture.Node node) {
    return node.providers.chain().get(0).breaker().orElseThrow();
  }
}
