package app.marquee.proposals.posters;

import static app.marquee.proposals.posters.PosterFixture.FILM;
import static app.marquee.proposals.posters.PosterFixture.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.proposals.posters.PosterFixture.Node;
import app.marquee.security.AuditLog;
import app.marquee.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other side does, the answer is a placeholder at once, and it is remembered. */
@QuarkusTest
class HostilePosterHttpTest {
  private static final String PATH = "/poster.jpg";
  private static final String SCRIPT = "<script>alert(1)</script>";

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
    posters = new PosterFixture(database, vertx, audit, upstream).set("timeout", "PT3S");
    posters.at(PATH);
  }

  @AfterEach
  void stopUpstream() {
    upstream.close();
    posters.forgetAll();
  }

  static Stream<Arguments> filesThatAreNoPoster() {
    byte[] jpeg = TestPictures.jpeg(400, 600);
    return Stream.of(
        file("SVG", TestPictures.ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"), "neither"),
        file("HTML", TestPictures.ascii("<!doctype html>" + SCRIPT), "neither"),
        file("a GIF", TestPictures.ascii("GIF89a" + SCRIPT), "neither"),
        file("nothing", new byte[0], "neither"),
        file("its first bytes only", Arrays.copyOf(jpeg, 3), "breaks off"),
        file("HTML that begins and ends like a JPEG", around(SCRIPT), "cannot be decoded"),
        file("HTML behind a JPEG", behind(jpeg, SCRIPT.repeat(100)), "breaks off"),
        file("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), "breaks off"),
        file("half a PNG", Arrays.copyOf(TestPictures.png(400, 600), 700), "breaks off"),
        file("half a WebP", Arrays.copyOf(TestPictures.webp(400, 600), 24), "breaks off"),
        file("a JPEG of 100 scans", around("\u00ff\u00da".repeat(100)), "take long"),
        file("a PNG of 40 gigapixels", TestPictures.lyingPng(200_000, 200_000), "many pixels"),
        file("a PNG that inflates", TestPictures.inflatingPng(5_001, 5_000), "many pixels"),
        file("a WebP that inflates", TestPictures.webp(16_000, 16_000), "many pixels"),
        file("a PNG that lies", TestPictures.lyingPng(400, 600), "cannot be decoded"),
        file("a line", TestPictures.png(1_000, 17), "no poster has these sides"),
        file("a dot", TestPictures.png(8, 12), "no poster has these sides"));
  }

  private static Arguments file(String what, byte[] bytes, String why) {
    return Arguments.of(what, bytes, why);
  }

  private static byte[] around(String text) {
    return ByteBuffer.allocate(text.length() + 5)
        .put(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})
        .put(text.getBytes(StandardCharsets.ISO_8859_1))
        .put(new byte[] {(byte) 0xff, (byte) 0xd9})
        .array();
  }

  private static byte[] behind(byte[] picture, String text) {
    return ByteBuffer.allocate(picture.length + text.length())
        .put(picture)
        .put(TestPictures.ascii(text))
        .array();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filesThatAreNoPoster")
  void aFileThatIsNoPosterIsRefusedForADay(String what, byte[] bytes, String why) {
    upstream.gives(PATH, bytes);

    assertRemembered("REFUSED PT24H", why);
    assertThat(upstream.asked(PATH)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileTooLargeIsNotReadOnToldBeforeOrNot(boolean told) {
    upstream.floods(PATH, 50, told);

    assertRemembered("REFUSED PT24H", "larger than 5242880 bytes");
    assertThat(upstream.sent()).isLessThan(20 * PosterUpstream.MEGABYTE);
  }

  static Stream<Arguments> waysToFail() {
    byte[] jpeg = TestPictures.jpeg(400, 600);
    return Stream.of(
        way("hangs", up -> up.hangs(PATH)),
        way("drips", up -> up.drips(PATH)),
        way("hangs up", up -> up.hangsUp(PATH)),
        way("breaks off", up -> up.breaksOff(PATH, jpeg)),
        way("500", up -> up.answers(PATH, 500)),
        way("429", up -> up.answers(PATH, 429)),
        way("is gone", PosterUpstream::close));
  }

  private static Arguments way(String what, Consumer<PosterUpstream> told) {
    return Arguments.of(what, told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToFail")
  void aHostThatFailsIsAskedAgainLater(String what, Consumer<PosterUpstream> told) {
    told.accept(upstream);

    assertRemembered("ERROR PT5M", "");
  }

  @Test
  void anErrorDoublesThePauseUpToSixHours() {
    upstream.answers(PATH, 500);
    Node node = posters.node();

    for (int minutes : new int[] {5, 10, 20, 40, 80}) {
      node.fetch();
      assertThat(posters.remembered()).isEqualTo("ERROR " + Duration.ofMinutes(minutes));
      posters.clock.tick(Duration.ofMinutes(minutes));
    }
    assertThat(upstream.asked(PATH)).isEqualTo(5);
  }

  @Test
  void whatIsNotFoundIsNotAskedForInADay() {
    upstream.answers(PATH, 404);

    assertRemembered("NOT_FOUND PT24H", "404");
    posters.clock.tick(Duration.ofHours(23));
    assertThat(posters.node().fetch()).isEmpty();
    assertThat(upstream.asked(PATH)).isEqualTo(1);

    upstream.gives(PATH, TestPictures.jpeg(400, 600));
    posters.clock.tick(Duration.ofHours(1));
    assertThat(posters.node().fetch()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/admin",
        "https://m.media-amazon.com/elsewhere.jpg",
        "http://169.254.169.254/latest/meta-data"
      })
  void redirectsAreNotFollowed(String to) {
    upstream.redirects(PATH, to);

    assertRemembered("REFUSED PT24H", "redirects");
    assertThat(upstream.asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "::ffff:10.0.0.1",
        "::1",
        "fd00::1",
        "64:ff9b::a00:1",
        "93.184.216.34,192.168.1.1"
      })
  void aNameThatLeadsInsideIsRefused(String addresses) {
    posters.network.resolves(HOST, addresses.split(","));

    assertRemembered("REFUSED PT24H", "not public");
    assertThat(upstream.asked()).isZero();
  }

  @Test
  void aNameIsResolvedOnceSoItCannotLeadElsewhereAfterTheLook() {
    upstream.gives(PATH, TestPictures.jpeg(400, 600));

    assertThat(posters.node().fetch()).isPresent();
    assertThat(posters.network.resolved()).containsExactly(HOST);
  }

  @Test
  void aCertificateForAnotherNameIsNoCertificate() {
    posters.film(FILM, "https://images.metahub.space" + PATH);
    posters.network.leadsToTheUpstream("images.metahub.space");
    upstream.gives(PATH, TestPictures.jpeg(400, 600));

    assertRemembered("ERROR PT5M", "");
    assertThat(upstream.asked()).isZero();
  }

  @Test
  void aCertificateNobodySignedIsNoCertificate() {
    posters.network.distrust();
    upstream.gives(PATH, TestPictures.jpeg(400, 600));

    assertRemembered("ERROR PT5M", "");
    assertThat(upstream.asked()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "http://m.media-amazon.com/poster.jpg, is not https",
    "file:///etc/passwd, is not https",
    "https://m.media-amazon.com:8443/poster.jpg, port",
    "https://somebody@m.media-amazon.com/poster.jpg, user information",
    "https://evil.example/poster.jpg, not allowed",
    "https://127.0.0.1/poster.jpg, no name",
    "not an address at all, none"
  })
  void anAddressThatIsNotAllowedIsNotEvenResolved(String url, String why) {
    posters.film(FILM, url);

    assertRemembered("REFUSED PT24H", why);
    assertThat(posters.network.resolved()).isEmpty();
  }

  @Test
  void aHostThatFailsEightTimesIsLeftAloneAndTheRestPostponed() {
    Node node = posters.node();
    for (int i = 0; i < 12; i++) {
      String film = "tt%07d".formatted(i + 1);
      upstream.answers("/" + i, 500);
      posters.film(film, "https://" + HOST + "/" + i);
      node.fetch(film);
    }

    assertThat(upstream.asked()).isEqualTo(8);
    assertThat(posters.attempts)
        .extracting(PosterAttempted::outcome)
        .endsWith(PosterAttempted.Outcome.POSTPONED);
  }

  /** A placeholder at once, and after the attempt; then nobody is asked again. */
  private void assertRemembered(String state, String why) {
    Node node = posters.node();
    assertThat(node.ask()).isEmpty();
    node.awaitQuiet();

    assertThat(posters.remembered()).isEqualTo(state);
    assertThat(posters.poster().getString("last_error")).contains(why);
    assertThat(posters.poster().getString("lease_owner")).isNull();
    int asked = upstream.asked();
    assertThat(node.fetch()).isEmpty();
    assertThat(posters.attempts).hasSize(1);
    assertThat(upstream.asked()).isEqualTo(asked);
  }
}
