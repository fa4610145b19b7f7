package app.marquee.proposals.posters;

import static app.marquee.proposals.posters.PosterFixture.FILM;
import static app.marquee.proposals.posters.PosterFixture.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.proposals.posters.PosterAttempted.Outcome;
import app.marquee.proposals.posters.PosterFixture.Node;
import app.marquee.security.AuditLog;
import app.marquee.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Posters come once, are kept, and give way to newer ones only. */
@QuarkusTest
class PosterCacheHttpTest {
  private static final String PATH = "/poster.jpg";
  private static final String NEWER = "/newer.jpg";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Vertx vertx;
  @Inject AuditLog audit;

  private static TestDatabase database;
  private PosterUpstream upstream;
  private PosterFixture posters;

  @BeforeAll
  static void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void dropDatabase() {
    database.close();
  }

  @BeforeEach
  void startUpstream() throws IOException {
    upstream = new PosterUpstream();
    posters = new PosterFixture(database, vertx, audit, upstream);
    upstream.gives(PATH, TestPictures.jpeg(1000, 1500));
    upstream.gives(NEWER, TestPictures.png(400, 500));
    posters.at(PATH);
  }

  @AfterEach
  void stopUpstream() {
    upstream.close();
    posters.forgetAll();
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of("/a.jpg", TestPictures.jpeg(1000, 1500)),
        Arguments.of("/a.png", TestPictures.png(1000, 1500)),
        Arguments.of("/a.webp", TestPictures.webp(1000, 1500)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aPosterIsKeptInThreeSizesWhateverItsFormat(String path, byte[] bytes) {
    upstream.gives(path, "text/plain", bytes);
    posters.at(path);

    Optional<Picture> picture = posters.node().fetch();

    assertThat(picture).get().extracting(Picture::width).isEqualTo(342);
    assertThat(posters.run("pictures", Map.of("imdb_id", FILM)))
        .extracting(row -> row.getString("size") + " " + row.getString("content_type"))
        .containsExactly("thumb image/jpeg", "card image/jpeg", "full image/jpeg");
    assertThat(posters.poster().getString("source_url")).isEqualTo("https://" + HOST + path);
    assertThat(posters.remembered()).isEqualTo("OK " + Duration.ofDays(162));
    assertThat(posters.attempts)
        .containsExactly(new PosterAttempted(FILM, Outcome.OK, bytes.length, null));
  }

  @Test
  void theHostIsAskedByItsName() {
    posters.node().fetch();

    assertThat(upstream.hosts())
        .singleElement()
        .asString()
        .startsWith(HOST + " ")
        .contains("value=" + HOST);
  }

  @Test
  void fiftyRequestsAtOnceAreOneDownload() {
    Node node = posters.node();

    ask(IntStream.range(0, 50).mapToObj(i -> node).toList());

    assertThat(upstream.asked()).isEqualTo(1);
    assertThat(node.ask()).isPresent();
  }

  @Test
  void twoNodesAtOnceAreOneDownload() {
    List<Node> nodes = List.of(posters.node(), posters.node());

    ask(IntStream.range(0, 20).mapToObj(i -> nodes.get(i % 2)).toList());

    assertThat(upstream.asked()).isEqualTo(1);
    assertThat(nodes).allMatch(node -> node.ask().isPresent());
  }

  private static void ask(List<Node> nodes) {
    Uni.join()
        .all(nodes.stream().map(node -> node.posters().find(FILM, PosterSize.CARD)).toList())
        .andFailFast()
        .await()
        .atMost(PATIENCE);
    nodes.forEach(Node::awaitQuiet);
  }

  @Test
  void whatIsLeasedIsLeftToItsHolderUntilTheLeaseEnds() {
    upstream.answers(PATH, 404);
    Node node = posters.node();
    node.fetch();
    posters.clock.tick(Duration.ofDays(1));

    posters.run("lease", Map.of("imdb_id", FILM, "seconds", 60.0));
    node.fetch();
    assertThat(upstream.asked()).isEqualTo(1);

    posters.run("lease", Map.of("imdb_id", FILM, "seconds", -1.0));
    node.fetch();
    assertThat(upstream.asked()).isEqualTo(2);
  }

  @Test
  void whoLostItsLeaseStoresNothing() {
    CountDownLatch held = upstream.holds(PATH, TestPictures.jpeg(400, 600));
    Node node = posters.node();
    node.ask();
    awaitAsked(PATH);

    posters.run("lease", Map.of("imdb_id", FILM, "seconds", 60.0));
    held.countDown();
    node.awaitQuiet();

    assertThat(posters.attempts).extracting(PosterAttempted::outcome).containsExactly(Outcome.LOST);
    assertThat(posters.run("posters", Map.of())).isEmpty();
  }

  @Test
  void aHostThatHangsKeepsNobodyWaiting() {
    upstream.hangs(PATH);
    posters.set("timeout", "PT3S");
    Node node = posters.node();

    assertThat(node.ask()).isEmpty();
    awaitAsked(PATH);
    assertThat(node.ask()).isEmpty();

    assertThat(node.fetcher().underWay()).isEqualTo(1);
    node.awaitQuiet();
  }

  @Test
  void moreThanCanWaitIsLeftToTheNextRequest() {
    CountDownLatch held = upstream.holds(PATH, TestPictures.ascii("no picture"));
    posters.set("concurrency", "1").set("timeout", "PT30S");
    Node node = posters.node();

    for (int i = 0; i < 205; i++) {
      String film = "tt%07d".formatted(i + 1);
      posters.film(film, "https://" + HOST + PATH);
      assertThat(node.ask(film, PosterSize.CARD)).isEmpty();
    }

    assertThat(node.fetcher().underWay()).isEqualTo(201);
    held.countDown();
    node.awaitQuiet();
  }

  @Test
  void theOldPictureStaysWhenTheNewOneIsRefused() {
    Node node = posters.node();
    String etag = node.fetch().orElseThrow().etag();
    upstream.gives(NEWER, TestPictures.ascii("<svg/>"));
    posters.at(NEWER);
    passMemory();

    assertThat(node.fetch()).get().extracting(Picture::etag).isEqualTo(etag);
    assertThat(posters.remembered()).isEqualTo("REFUSED PT24H");
    assertThat(posters.poster().getString("source_url")).endsWith(PATH);
    passMemory();
    node.fetch();
    assertThat(upstream.asked(NEWER)).isEqualTo(1);
  }

  @Test
  void aNewAddressIsFetchedAtOnceAndSeenByEveryNodeWithinItsMemory() {
    Node node = posters.node();
    Node other = posters.node();
    String etag = node.fetch().orElseThrow().etag();
    passMemory();
    assertThat(other.ask()).isPresent();
    posters.at(NEWER);

    String newer = node.fetch().orElseThrow().etag();

    assertThat(newer).isNotEqualTo(etag);
    assertThat(other.ask()).get().extracting(Picture::etag).isEqualTo(etag);
    passMemory();
    assertThat(other.ask()).get().extracting(Picture::etag).isEqualTo(newer);
  }

  @Test
  void aFailureOfOneAddressIsNoneOfTheNext() {
    upstream.answers(PATH, 500);
    Node node = posters.node();
    node.fetch();
    upstream.answers(NEWER, 500);
    posters.at(NEWER);

    node.fetch();

    assertThat(upstream.asked(NEWER)).isEqualTo(1);
    assertThat(posters.remembered()).isEqualTo("ERROR PT5M");
  }

  @Test
  void aFilmNobodyKnowsOrWithoutAPosterLeavesNoRow() {
    Node node = posters.node();
    posters.film("tt0000002", "");

    assertThat(node.fetch("tt0000001")).isEmpty();
    assertThat(node.fetch("tt0000002")).isEmpty();

    assertThat(posters.run("count", Map.of()).get(0).getLong("posters")).isZero();
  }

  @Test
  void switchedOffNothingIsFetchedAndWhatIsThereIsServed() {
    posters.node().fetch();
    Node off = posters.set("enabled", "false").node();
    posters.film("tt0000001", "https://" + HOST + NEWER);

    assertThat(off.fetch()).isPresent();
    assertThat(off.fetch("tt0000001")).isEmpty();
    assertThat(upstream.asked(NEWER)).isZero();
  }

  private void passMemory() {
    posters.clock.tick(posters.config().memoryFor());
  }

  private void awaitAsked(String path) {
    Awaitility.await().until(() -> upstream.asked(path) > 0);
  }
}
