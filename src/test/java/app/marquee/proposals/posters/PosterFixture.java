package app.marquee.proposals.posters;

import app.marquee.db.Sql;
import app.marquee.security.AuditLog;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** Nodes of one cluster on a database of their own, in a world of one upstream. */
final class PosterFixture {
  static final String HOST = "m.media-amazon.com";
  static final String FILM = "tt0133093";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final ManualClock clock = new ManualClock();
  final List<PosterAttempted> attempts = new CopyOnWriteArrayList<>();
  final TestNetwork network = new TestNetwork();
  private final Map<String, String> settings = new HashMap<>();
  private final Pool pool;
  private final Vertx vertx;
  private final AuditLog audit;

  PosterFixture(TestDatabase database, Vertx vertx, AuditLog audit, PosterUpstream upstream) {
    this.pool = database.pool();
    this.vertx = vertx;
    this.audit = audit;
    network.introduce(upstream);
  }

  PosterFixture set(String key, String value) {
    settings.put("marquee.proposals.posters." + key, value);
    return this;
  }

  PostersConfig config() {
    return config(settings);
  }

  static PostersConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(PostersConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(PostersConfig.class);
  }

  /** One of them. */
  record Node(Posters posters, PosterFetcher fetcher) {
    Optional<Picture> ask(String film, PosterSize size) {
      return posters.find(film, size).await().atMost(PATIENCE);
    }

    Optional<Picture> ask() {
      return ask(FILM, PosterSize.CARD);
    }

    /** Asks, and waits for what that begins. */
    Optional<Picture> fetch(String film) {
      ask(film, PosterSize.CARD);
      awaitQuiet();
      return ask(film, PosterSize.CARD);
    }

    Optional<Picture> fetch() {
      return fetch(FILM);
    }

    void awaitQuiet() {
      Awaitility.await().atMost(PATIENCE).until(() -> fetcher.underWay() == 0);
    }
  }

  Node node() {
    PostersConfig config = config();
    PosterShelf shelf = new PosterShelf(pool, clock);
    PosterMemory memory = new PosterMemory(config, clock);
    PosterGateway gateway = new PosterGateway(vertx, config, network, "9.9");
    PosterFetcher fetcher =
        new PosterFetcher(config, shelf, gateway, memory, clock, new RecordedEvents<>(attempts));
    return new Node(new Posters(pool, memory, shelf, fetcher, audit), fetcher);
  }

  void film(String film, String url) {
    run("add_film", Map.of("imdb_id", film, "url", url, "now", clock.instant()));
  }

  /** The film's poster is at this path of the upstream. */
  void at(String path) {
    film(FILM, "https://" + HOST + path);
  }

  Row poster() {
    return run("poster", Map.of("imdb_id", FILM)).get(0);
  }

  /** How the last attempt ended and how long it is left alone after that. */
  String remembered() {
    Row row = poster();
    return row.getString("state")
        + " "
        + Duration.between(clock.instant(), row.getOffsetDateTime("next_attempt_at").toInstant());
  }

  /** As the statistics of the cache have them. */
  Row totals() {
    return Sql.of("posters/totals.sql")
        .on(pool, Map.of())
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next();
  }

  /** For the next test. */
  void forgetAll() {
    run("forget_all", Map.of());
  }

  List<Row> run(String file, Map<String, ?> binds) {
    return run(pool, file, binds);
  }

  static List<Row> run(Pool pool, String file, Map<String, ?> binds) {
    return StreamSupport.stream(
            Sql.of("posterstest/" + file + ".sql")
                .on(pool, binds)
                .await()
                .atMost(PATIENCE)
                .spliterator(),
            false)
        .toList();
  }
}
