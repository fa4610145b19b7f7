package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Brings the body of a build into memory: one primary-key read, however many wait for it. */
@ApplicationScoped
class Bodies {
  private static final Sql READ = Sql.of("views/read_body.sql");

  // Longer than the read of a key ever takes; a connection that hangs must not hold up all that
  // come.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;
  private final Catalog catalog;
  private final ViewMemory memory;
  private final Map<Key, Uni<Optional<Document>>> loading = new ConcurrentHashMap<>();

  Bodies(Pool pool, Catalog catalog, ViewMemory memory) {
    this.pool = pool;
    this.catalog = catalog;
    this.memory = memory;
  }

  /** Empty if the row holds another build by now, or none. Errors: those of the database. */
  Uni<Optional<Document>> load(Build build) {
    return loading.computeIfAbsent(
        build.key(),
        key ->
            READ.on(pool, Map.of("key", key.toString()))
                .map(rows -> rows.rowCount() == 0 ? null : rows.iterator().next())
                .map(row -> read(build, row))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onTermination()
                .invoke(() -> loading.remove(key))
                .memoize()
                .indefinitely());
  }

  private Optional<Document> read(Build build, Row row) {
    if (row == null || !row.getString("etag").equals(build.etag())) {
      return Optional.empty();
    }
    Document document = parse(build.key(), row.getString("body"));
    memory.hold(build.key(), build.etag(), document);
    memory.keepOnly(Map.of(build.key(), build.etag()));
    return Optional.of(document);
  }

  private Document parse(Key key, String body) {
    try {
      return Document.parse(catalog.view(key), body.getBytes(StandardCharsets.UTF_8)).document();
    } catch (Document.Malformed e) {
      throw new IllegalStateException("published past the gate: " + key, e);
    }
  }
}
