package app.marquee.parks.collect;

import app.marquee.db.Sql;
import app.marquee.parks.FeedsFixture;
import app.marquee.parks.Provider;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Collectors of one cluster on a database of their own, asking one stub. */
final class CollectFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final ManualClock clock = new ManualClock();
  final List<CycleEnded> ended = new ArrayList<>();
  final CycleLog log;
  private final TestDatabase database;
  private final Map<String, String> settings = new HashMap<>();

  CollectFixture(TestDatabase database, URI providers) {
    this.database = database;
    this.log = new CycleLog(database.pool());
    set("queue-times.base-url", providers.toString());
    set("themeparks-wiki.base-url", providers.toString());
    // Long enough for the client to see that a connection has been closed: it must not try on that.
    set("retry-after", "PT0.05S");
    set("contact", "https://example.org/marquee");
  }

  CollectFixture set(String key, String value) {
    settings.put("marquee.parks.collect." + key, value);
    return this;
  }

  static CollectConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(CollectConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(CollectConfig.class);
  }

  Sources sources() {
    return new Sources(config(settings), FeedsFixture.feeds(database, clock), "9.9");
  }

  /** One more node. */
  Collector node() {
    return new Collector(
        config(settings),
        sources(),
        FeedsFixture.feeds(database, clock),
        log,
        clock,
        new RecordedEvents<>(ended));
  }

  CycleReport collect(Provider provider) {
    return collect(node(), provider).orElseThrow();
  }

  static Optional<CycleReport> collect(Collector node, Provider provider) {
    return node.collect(provider).await().atMost(PATIENCE);
  }

  /** Each row as its columns in order, separated by a bar. */
  List<String> rows(String file) {
    Sql sql = Sql.of(file);
    return StreamSupport.stream(
            sql.on(database.pool(), Map.of()).await().atMost(PATIENCE).spliterator(), false)
        .map(CollectFixture::text)
        .toList();
  }

  private static String text(Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(String.valueOf(row.getValue(i)));
    }
    return String.join("|", values);
  }
}
