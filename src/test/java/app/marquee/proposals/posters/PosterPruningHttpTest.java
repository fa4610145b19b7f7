package app.marquee.proposals.posters;

import static app.marquee.proposals.posters.PosterFixture.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.proposals.posters.PosterFixture.Node;
import app.marquee.security.AuditLog;
import app.marquee.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posters go when they are too old, and the least recently used of too many. */
@QuarkusTest
class PosterPruningHttpTest {
  private static final String PATH = "/poster.jpg";
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
    posters.at(PATH);
  }

  @AfterEach
  void stopUpstream() {
    upstream.close();
    posters.forgetAll();
  }

  @Test
  void theDayOfTheLastUseIsNoted() {
    Node node = posters.node();
    node.fetch();
    posters.clock.tick(Duration.ofDays(2));

    node.ask();

    LocalDate today = LocalDate.ofInstant(posters.clock.instant(), posters.clock.getZone());
    Awaitility.await()
        .untilAsserted(() -> assertThat(posters.poster().getLocalDate("used_on")).isEqualTo(today));
  }

  @Test
  void aPosterIsFetchedAgainBeforeItGoesAndGoesHoweverOftenItIsUsed() {
    Node node = posters.node();
    node.fetch();
    posters.clock.tick(Duration.ofDays(162));
    upstream.answers(PATH, 500);
    assertThat(node.fetch()).isPresent();
    assertThat(upstream.asked(PATH)).isEqualTo(2);

    posters.clock.tick(Duration.ofDays(18));
    prune();
    assertThat(node.ask()).isPresent();
    posters.clock.tick(Duration.ofDays(1));
    prune();
    assertThat(node.ask()).isEmpty();
    node.awaitQuiet();
  }

  @Test
  void theLeastRecentlyUsedGoFirstWhenThereAreTooMany() {
    posters.set("max-total-megabytes", "1");
    Node node = posters.node();
    byte[] noise = TestPictures.noise(780, 1170);
    for (String film : List.of("tt0000001", "tt0000002", "tt0000003")) {
      upstream.gives("/" + film, noise);
      posters.film(film, "https://" + HOST + "/" + film);
      assertThat(node.fetch(film)).isPresent();
      posters.clock.tick(Duration.ofDays(1));
    }
    Row totals = posters.totals();
    assertThat(totals.getLong("count")).isEqualTo(3);
    assertThat(totals.getLong("bytes")).isBetween(1_000_000L, 3_000_000L);

    prune();

    assertThat(posters.run("posters", Map.of()))
        .extracting(row -> row.getString("imdb_id"))
        .endsWith("tt0000003")
        .doesNotContain("tt0000001");
    assertThat(posters.totals().getLong("bytes")).isLessThanOrEqualTo(1_000_000L);
  }

  private void prune() {
    new PosterPruning(database.pool(), posters.config(), posters.clock)
        .prune()
        .await()
        .atMost(PATIENCE);
  }
}
