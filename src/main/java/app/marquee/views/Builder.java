package app.marquee.views;

import app.marquee.db.Sha256;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs the statements of views, all of one feature and run in one snapshot.
 *
 * <p>The exporter's transaction stays open while N others read the snapshot it exported. A
 * statement that fails ends its transaction, so its builder joins the snapshot anew and goes on
 * with the next key.
 */
@ApplicationScoped
class Builder {
  private static final Sql EXPORT = Sql.of("views/export_snapshot.sql");

  private final Pool pool;
  private final Catalog catalog;
  private final ViewsConfig config;
  private final DatabaseTime time;
  private final Clock clock;

  Builder(Pool pool, Catalog catalog, ViewsConfig config, DatabaseTime time, Clock clock) {
    this.pool = pool;
    this.catalog = catalog;
    this.config = config;
    this.time = time;
    this.clock = clock;
  }

  /**
   * Runs {@code work} while a snapshot of the feature's facts is open, on the connection that took
   * it.
   */
  <T> Uni<T> inSnapshot(
      Feature feature, java.util.function.BiFunction<Snapshot, SqlConnection, Uni<T>> work) {
    return pool.withConnection(
        connection ->
            begin(connection, null)
                .chain(() -> EXPORT.on(connection, Map.of("source", feature.name())))
                .chain(rows -> snapshot(feature, rows.iterator().next()))
                .chain(snapshot -> work.apply(snapshot, connection))
                .eventually(() -> end(connection)));
  }

  private Uni<Snapshot> snapshot(Feature feature, Row row) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return feature
        .settledBefore(now)
        .map(
            settledBefore ->
                new Snapshot(
                    row.getString("snapshot"),
                    row.getOffsetDateTime("taken_at").toInstant(),
                    row.getLong("version"),
                    instant(row.getOffsetDateTime("as_of")),
                    now,
                    SourceChange.all(row),
                    settledBefore));
  }

  /**
   * Builds every key; {@code progress} is told of each. One key is built on the exporter's own
   * connection. Cancelled, it ends without those that remain.
   */
  Uni<List<Built>> buildAll(
      Snapshot snapshot,
      SqlConnection exporter,
      Collection<Key> keys,
      Cancellation cancellation,
      Consumer<Built> progress) {
    List<Built> results = Collections.synchronizedList(new ArrayList<>());
    Consumer<Built> collect =
        built -> {
          results.add(built);
          progress.accept(built);
        };
    if (keys.isEmpty()) {
      return Uni.createFrom().item(results);
    }
    if (keys.size() == 1) {
      return next(
              exporter,
              snapshot,
              new ArrayDeque<>(keys),
              cancellation,
              key -> build(exporter, key, snapshot.now()).invoke(collect))
          .replaceWith(results);
    }
    return buildBeside(snapshot, keys, key -> snapshot.now(), cancellation, collect)
        .replaceWith(results);
  }

  /**
   * Builds every key for a {@code :now} of its own, never on the exporter's connection: a statement
   * that fails leaves the snapshot to those that come later.
   */
  Uni<List<Built>> buildBeside(
      Snapshot snapshot, Collection<Key> keys, Function<Key, Instant> now) {
    List<Built> results = Collections.synchronizedList(new ArrayList<>());
    return keys.isEmpty()
        ? Uni.createFrom().item(results)
        : buildBeside(snapshot, keys, now, new Cancellation(), results::add).replaceWith(results);
  }

  private Uni<Void> buildBeside(
      Snapshot snapshot,
      Collection<Key> keys,
      Function<Key, Instant> now,
      Cancellation cancellation,
      Consumer<Built> collect) {
    Queue<Key> queue = new ConcurrentLinkedQueue<>(keys);
    List<Uni<Void>> builders =
        IntStream.range(0, Math.min(keys.size(), config.refreshConcurrency()))
            .mapToObj(
                i ->
                    pool.withConnection(
                        connection ->
                            drain(
                                connection,
                                snapshot,
                                queue,
                                cancellation,
                                key -> build(connection, key, now.apply(key)).invoke(collect))))
            .toList();
    return Uni.join().all(builders).andCollectFailures().replaceWithVoid();
  }

  private Uni<Void> drain(
      SqlConnection connection,
      Snapshot snapshot,
      Queue<Key> queue,
      Cancellation cancellation,
      Function<Key, Uni<Built>> buildNext) {
    return begin(connection, snapshot)
        .chain(() -> next(connection, snapshot, queue, cancellation, buildNext))
        .eventually(() -> end(connection));
  }

  private Uni<Void> next(
      SqlConnection connection,
      Snapshot snapshot,
      Queue<Key> queue,
      Cancellation cancellation,
      Function<Key, Uni<Built>> buildNext) {
    Key key = queue.poll();
    if (key == null || !cancellation.enter(connection)) {
      return Uni.createFrom().voidItem();
    }
    return buildNext
        .apply(key)
        .eventually(() -> cancellation.leave(connection))
        .chain(
            built ->
                built instanceof Built.Failed && !queue.isEmpty() && !cancellation.asked()
                    ? rejoin(connection, snapshot)
                    : Uni.createFrom().voidItem())
        .chain(() -> next(connection, snapshot, queue, cancellation, buildNext));
  }

  private Uni<Void> rejoin(SqlConnection connection, Snapshot snapshot) {
    return end(connection).chain(() -> begin(connection, snapshot));
  }

  /**
   * A read-only transaction that sees one state of the database: the given snapshot, else its own.
   */
  private Uni<Void> begin(SqlConnection connection, Snapshot snapshot) {
    String join = snapshot == null ? "" : "set transaction snapshot '" + snapshot.name() + "'; ";
    return connection
        .query(
            "begin isolation level repeatable read read only; "
                + join
                + "set local statement_timeout = "
                + config.buildTimeout().toMillis())
        .execute()
        .replaceWithVoid();
  }

  /** Again if what was meant for a cancelled run's statement comes late and hits this one. */
  private static Uni<Void> end(SqlConnection connection) {
    return connection
        .query("rollback")
        .execute()
        .onFailure(PgException.class)
        .retry()
        .atMost(1)
        .replaceWithVoid();
  }

  /**
   * Runs one key's statement. A failing statement, or a document that is not what it should be, is
   * an outcome.
   */
  private Uni<Built> build(SqlConnection connection, Key key, Instant now) {
    View view = catalog.view(key);
    Map<String, Object> own = catalog.feature(key).binds(key);
    String definition = catalog.definitionHash(key, own);
    long started = System.nanoTime();
    // As precise as the column, so that the node that built it and those that read it say the same.
    Instant generatedAt = time.now().truncatedTo(ChronoUnit.MICROS);
    return connection
        .preparedQuery(view.sql().statement())
        .execute(view.sql().bindFrom(binds(key, own, now)))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            rows -> {
              int millis = (int) ((System.nanoTime() - started) / 1_000_000);
              String document =
                  rows.rowCount() == 1 ? rows.iterator().next().getString("document") : null;
              return document == null
                  ? view.perId()
                      ? new Built.Absent(key)
                      : new Built.Failed(key, "the statement returned no document")
                  : read(
                      view,
                      key,
                      definition,
                      document.getBytes(StandardCharsets.UTF_8),
                      generatedAt,
                      millis);
            })
        .onFailure(PgException.class)
        .recoverWithItem(failure -> new Built.Failed(key, failure.getMessage()));
  }

  private static Built read(
      View view, Key key, String definition, byte[] body, Instant generatedAt, int millis) {
    try {
      return new Built.Ready(
          key, definition, Document.parse(view, body), etag(body), generatedAt, millis);
    } catch (Document.Malformed e) {
      return new Built.Failed(key, e.getMessage());
    }
  }

  private Map<String, Object> binds(Key key, Map<String, Object> own, Instant now) {
    Map<String, Object> binds = new HashMap<>(catalog.feature(key).binds());
    binds.putAll(own);
    binds.putAll(catalog.view(key).binds());
    binds.put("now", now);
    binds.put("period", key.period());
    boolean perId = catalog.view(key).perId();
    binds.put("filter", perId ? null : key.filter());
    binds.put("id", perId ? Long.valueOf(key.filter()) : null);
    return binds;
  }

  /** Half of a SHA-256: enough to tell any two builds of a key apart. */
  private static String etag(byte[] body) {
    return Sha256.hex(body).substring(0, 32);
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
