package app.marquee.views;

import app.marquee.db.Sha256;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
 * Runs the statements of views, all of one feature and run in one snapshot, on several connections
 * where they can share it.
 *
 * <p>A statement that fails ends its transaction, so its builder joins the snapshot anew and goes
 * on with the next key.
 */
@ApplicationScoped
class Builder {
  private final Snapshots snapshots;
  private final Catalog catalog;
  private final ViewsConfig config;
  private final DatabaseTime time;

  Builder(Snapshots snapshots, Catalog catalog, ViewsConfig config, DatabaseTime time) {
    this.snapshots = snapshots;
    this.catalog = catalog;
    this.config = config;
    this.time = time;
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
    Function<Key, Instant> now = key -> snapshot.now();
    return (keys.size() == 1
            ? buildOn(exporter, snapshot, keys, now, cancellation, collect)
            : buildBeside(snapshot, exporter, keys, now, cancellation, collect))
        .replaceWith(results);
  }

  /**
   * Builds every key for a {@code :now} of its own: a statement that fails leaves the snapshot to
   * those that come later on the exporter's connection.
   */
  Uni<List<Built>> buildBeside(
      Snapshot snapshot, SqlConnection exporter, Collection<Key> keys, Function<Key, Instant> now) {
    List<Built> results = Collections.synchronizedList(new ArrayList<>());
    return keys.isEmpty()
        ? Uni.createFrom().item(results)
        : buildBeside(snapshot, exporter, keys, now, new Cancellation(), results::add)
            .replaceWith(results);
  }

  private Uni<Void> buildOn(
      SqlConnection exporter,
      Snapshot snapshot,
      Collection<Key> keys,
      Function<Key, Instant> now,
      Cancellation cancellation,
      Consumer<Built> collect) {
    return next(
        exporter,
        snapshot,
        new ArrayDeque<>(keys),
        cancellation,
        key -> build(exporter, snapshot, key, now.apply(key)).invoke(collect));
  }

  private Uni<Void> buildBeside(
      Snapshot snapshot,
      SqlConnection exporter,
      Collection<Key> keys,
      Function<Key, Instant> now,
      Cancellation cancellation,
      Consumer<Built> collect) {
    if (!snapshot.site().shared()) {
      return buildOn(exporter, snapshot, keys, now, cancellation, collect);
    }
    Queue<Key> queue = new ConcurrentLinkedQueue<>(keys);
    List<Uni<Void>> builders =
        IntStream.range(0, Math.min(keys.size(), config.refreshConcurrency()))
            .mapToObj(
                i ->
                    snapshot
                        .site()
                        .pool()
                        .withConnection(
                            connection ->
                                drain(
                                    connection,
                                    snapshot,
                                    queue,
                                    cancellation,
                                    key ->
                                        build(connection, snapshot, key, now.apply(key))
                                            .invoke(collect))))
            .toList();
    return Uni.join().all(builders).andCollectFailures().replaceWithVoid();
  }

  private Uni<Void> drain(
      SqlConnection connection,
      Snapshot snapshot,
      Queue<Key> queue,
      Cancellation cancellation,
      Function<Key, Uni<Built>> buildNext) {
    return snapshots
        .join(connection, snapshot)
        .chain(() -> next(connection, snapshot, queue, cancellation, buildNext))
        .eventually(() -> snapshots.end(connection));
  }

  private Uni<Void> next(
      SqlConnection connection,
      Snapshot snapshot,
      Queue<Key> queue,
      Cancellation cancellation,
      Function<Key, Uni<Built>> buildNext) {
    Key key = queue.poll();
    if (key == null || !cancellation.enter(connection, snapshots.interrupt(connection))) {
      return Uni.createFrom().voidItem();
    }
    return buildNext
        .apply(key)
        .eventually(() -> cancellation.leave(connection))
        .chain(
            built ->
                built instanceof Built.Failed
                        && !cancellation.asked()
                        && (!queue.isEmpty() || !snapshot.site().shared())
                    ? snapshots.rejoin(connection, snapshot)
                    : Uni.createFrom().voidItem())
        .chain(() -> next(connection, snapshot, queue, cancellation, buildNext));
  }

  /**
   * Runs one key's statement. A failing statement, or a document that is not what it should be, is
   * an outcome; a server that fails is not.
   */
  private Uni<Built> build(SqlConnection connection, Snapshot snapshot, Key key, Instant now) {
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
        .onFailure(failure -> failure instanceof PgException && !snapshot.site().failed(failure))
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
}
