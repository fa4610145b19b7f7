package app.marquee.proposals.metadata;

import app.marquee.db.Sql;
import app.marquee.films.FilmFact;
import app.marquee.films.FilmFacts;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Nodes of one cluster on a database of their own, asking one stub. */
final class MetadataFixture {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final ManualClock clock = new ManualClock();
  final List<FilmFact> imported = new ArrayList<>();
  private final TestDatabase database;
  private final Map<String, String> settings = new HashMap<>();

  MetadataFixture(TestDatabase database, URI upstream) {
    this.database = database;
    set("providers", "imdbapi");
    for (String provider : List.of("imdbapi", "omdb", "tmdb")) {
      set(provider + ".base-url", upstream.toString());
      set(provider + ".per-second", "1000");
      set(provider + ".key", "secret");
      set(provider + ".retry-after", "PT0.01S");
    }
  }

  MetadataFixture set(String key, String value) {
    settings.put("marquee.proposals.metadata." + key, value);
    return this;
  }

  MetadataConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(MetadataConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(MetadataConfig.class);
  }

  /** A node of the cluster: breakers, rates and counts of its own. */
  final class Node {
    final UpstreamCalls calls = new UpstreamCalls(new SimpleMeterRegistry());
    final ProviderLedger ledger = new ProviderLedger(database.pool(), clock);
    final Providers providers =
        new Providers(config(), ledger, calls, clock, List.<FilmFacts>of(new Imported()), "9.9");
    final MetadataStore store =
        new MetadataStore(
            database.pool(),
            clock,
            config(),
            new NextAttempt(config(), () -> 0.5),
            TestDatabase.profile());
    final MetadataRefresh refresh =
        new MetadataRefresh(store, new Chain(providers, config()), config(), clock);

    RefreshReport run(RefreshOrder order) {
      return refresh.run(order).await().atMost(PATIENCE);
    }

    RefreshReport due() {
      return run(RefreshOrder.due(1000));
    }
  }

  Node node() {
    return new Node();
  }

  /** Films proposed just now. */
  void propose(String... ids) {
    Sql.of("metadatatest/add.sql")
        .on(database.pool(), Map.of("ids", ids, "now", clock.instant()))
        .await()
        .atMost(PATIENCE);
  }

  /** A film somebody told of then; it has been due since it went stale. */
  void told(String id, JsonObject data, Instant at) {
    Sql.of("metadatatest/add_told.sql")
        .on(database.pool(), Map.of("id", id, "data", data, "at", at))
        .await()
        .atMost(PATIENCE);
  }

  JsonObject data(String id) {
    return row(id).getJsonObject("cached_imdb_data");
  }

  Row row(String id) {
    return rows().stream().filter(row -> row.getString("imdb_id").equals(id)).findFirst().get();
  }

  Instant at(String id, String column) {
    return row(id).getOffsetDateTime(column).toInstant();
  }

  String state(String id) {
    return row(id).getString("state");
  }

  /** By id. */
  List<Row> rows() {
    return StreamSupport.stream(
            Sql.of("metadatatest/rows.sql")
                .on(database.pool(), Map.of())
                .await()
                .atMost(PATIENCE)
                .spliterator(),
            false)
        .toList();
  }

  private final class Imported implements FilmFacts {
    @Override
    public Uni<List<FilmFact>> find(List<String> ids) {
      return Uni.createFrom()
          .item(imported.stream().filter(fact -> ids.contains(fact.imdbId())).toList());
    }

    @Override
    public Uni<List<FilmFact>> search(String title, int limit) {
      return Uni.createFrom()
          .item(imported.stream().filter(f -> f.title().contains(title)).limit(limit).toList());
    }
  }

  static String[] ids(int first, int count) {
    String[] ids = new String[count];
    Arrays.setAll(ids, i -> "tt%07d".formatted(first + i));
    return ids;
  }
}
