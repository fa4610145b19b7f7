package app.marquee.proposals.posters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.StatementCounter;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posters as clients see them. */
@QuarkusTest
class PosterHttpTest {
  private static final String FILM = "tt9900001";
  private static final String POSTER = "/api/posters/" + FILM;
  private static final String PATH = "/poster.jpg";

  @Inject Pool pool;
  @Inject Clock clock;
  @Inject TestNetwork network;
  @Inject PosterFetcher fetcher;
  @Inject PosterMemory memory;

  private PosterUpstream upstream;

  @BeforeEach
  void startUpstream() throws IOException {
    upstream = new PosterUpstream();
    network.introduce(upstream);
    upstream.gives(PATH, TestPictures.jpeg(1000, 1500));
    PosterFixture.run(
        pool,
        "add_film",
        Map.of(
            "imdb_id", FILM, "url", "https://m.media-amazon.com" + PATH, "now", clock.instant()));
  }

  @AfterEach
  void stopUpstream() {
    awaitQuiet();
    upstream.close();
    PosterFixture.run(pool, "forget", Map.of("imdb_id", FILM));
    memory.evict(FILM);
  }

  @ParameterizedTest
  @CsvSource({"thumb, 154", "card, 342", "full, 780", "'', 342"})
  void aPosterIsThereFromTheSecondRequestOn(String size, int width) {
    String address = size.isEmpty() ? POSTER : POSTER + "?size=" + size;
    assertPlaceholder(given().get(address), width);
    awaitQuiet();

    Response kept = given().get(address);

    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.contentType()).isEqualTo("image/jpeg");
    assertThat(kept.header("X-Poster")).isEqualTo("kept");
    assertThat(kept.header("Cache-Control"))
        .isEqualTo("public, max-age=86400, stale-while-revalidate=604800");
    assertHarmless(kept);
    assertThat(TestPictures.read(kept.asByteArray()).getWidth()).isEqualTo(width);
  }

  private static void assertPlaceholder(Response answer, int width) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("image/png");
    assertThat(answer.header("X-Poster")).isEqualTo("placeholder");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    assertHarmless(answer);
    assertThat(TestPictures.read(answer.asByteArray()).getWidth()).isEqualTo(width);
  }

  private static void assertHarmless(Response answer) {
    assertThat(answer.header("ETag")).matches("\"[0-9a-f]{64}-(thumb|card|full)\"");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'; sandbox");
    assertThat(answer.header("Content-Disposition")).isEqualTo("inline");
    assertThat(answer.header("Content-Length"))
        .isEqualTo(String.valueOf(answer.asByteArray().length));
  }

  @Test
  void whoHasThePictureOrThePlaceholderIsToldSo() {
    CountDownLatch held = upstream.holds(PATH, TestPictures.jpeg(400, 600));
    assertUnchanged("placeholder");
    held.countDown();
    awaitQuiet();
    assertUnchanged("kept");
  }

  private static void assertUnchanged(String what) {
    Response whole = given().get(POSTER);
    Response again = given().header("If-None-Match", whole.header("ETag")).get(POSTER);
    assertThat(whole.header("X-Poster")).isEqualTo(what);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.asByteArray()).isEmpty();
    for (String header : List.of("ETag", "Cache-Control", "Content-Security-Policy")) {
      assertThat(again.header(header)).isEqualTo(whole.header(header));
    }
    assertThat(given().header("If-None-Match", "\"other\"").get(POSTER).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aHeadHasTheHeadersOfAGet() {
    keep();

    Response whole = given().get(POSTER);
    Response head = given().head(POSTER);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.asByteArray()).isEmpty();
    for (String header : new String[] {"Content-Type", "Content-Length", "ETag", "X-Poster"}) {
      assertThat(head.header(header)).as(header).isEqualTo(whole.header(header));
    }
  }

  @Test
  void aHitIsOneStatementAndNoneInMemory() {
    keep();
    given().get(POSTER);
    long before = StatementCounter.count();
    given().get(POSTER);
    assertThat(StatementCounter.count() - before).isZero();

    memory.evict(FILM);
    given().get(POSTER);
    assertThat(StatementCounter.count() - before).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?size=huge", "?size=", "?size=CARD", "?url=https://x", "?size=card&size=full"})
  void otherQuestionsAreRefused(String query) {
    Response refused = given().get(POSTER + query);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.contentType()).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tt1", "tt12345678901", "nm0000001", "..%2F..%2Fetc%2Fpasswd", "https:%2F%2Fx"})
  void whatIsNoFilmHasNoPoster(String id) {
    given().urlEncodingEnabled(false).get("/api/posters/" + id).then().statusCode(404);
  }

  @Test
  void aFilmNobodyToldOfHasAPlaceholder() {
    assertPlaceholder(given().get("/api/posters/tt9900002"), 342);
    assertThat(fetcher.underWay()).isZero();
  }

  @Test
  void anAdminDropsAPosterAndItIsFetchedAgain() {
    keep();
    String dropped = "/api/admin/posters/" + FILM;
    given().delete(dropped).then().statusCode(401);
    as(TestTokens.INGEST).delete(dropped).then().statusCode(403);

    assertThat(as(TestTokens.ADMIN).delete(dropped).statusCode()).isEqualTo(204);

    assertThat(given().get(POSTER).header("X-Poster")).isEqualTo("placeholder");
    awaitQuiet();
    assertThat(given().get(POSTER).header("X-Poster")).isEqualTo("kept");
    assertThat(upstream.asked(PATH)).isEqualTo(2);
    as(TestTokens.ADMIN).delete("/api/admin/posters/nobody").then().statusCode(404);
    as(TestTokens.ADMIN).delete(dropped + "?x=1").then().statusCode(400);
    assertThat(
            PosterFixture.run(pool, "audited", Map.of("subject", "film " + FILM)).get(0).getLong(0))
        .isEqualTo(1);
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  @Test
  void downloadsAndPlaceholdersAreCounted() {
    keep();

    assertThat(given().get("/q/metrics").asString())
        .contains(
            "marquee_posters_downloads_total{outcome=\"ok\"}",
            "marquee_posters_downloaded_bytes_total",
            "marquee_posters_placeholders_total");
  }

  private void keep() {
    given().get(POSTER);
    awaitQuiet();
  }

  private void awaitQuiet() {
    Awaitility.await().until(() -> fetcher.underWay() == 0);
  }
}
