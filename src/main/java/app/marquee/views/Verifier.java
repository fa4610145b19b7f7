package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Computes keys again and compares them with their stored builds; it writes nothing.
 *
 * <p>Stored builds and facts of a feature are read in one exported snapshot, so neither can move
 * while they are compared. Each key is computed for the {@code :now} its build was made for: a
 * document that follows the clock must come out as it did then. A build of other facts or another
 * definition than the snapshot's is not compared.
 */
@ApplicationScoped
public class Verifier {
  private static final Sql STORED = Sql.of("views/stored_builds.sql");
  // Both bodies of as many keys are in memory at once.
  private static final int KEYS_AT_ONCE = 20;

  private final Catalog catalog;
  private final Snapshots snapshots;
  private final Builder builder;
  private final Coherence coherence;

  Verifier(Catalog catalog, Snapshots snapshots, Builder builder, Coherence coherence) {
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.builder = builder;
    this.coherence = coherence;
  }

  /** A build as it is stored. */
  private record Stored(byte[] body, Instant builtFor, long version, String definition) {}

  /** One outcome per key, in the order of the catalog. Errors: those of the database. */
  public Uni<List<Verification>> verify(Collection<Key> keys) {
    return verify(keys, some -> {});
  }

  /**
   * @param progress hears how many more keys are done, from whatever thread they are done on
   */
  public Uni<List<Verification>> verify(Collection<Key> keys, IntConsumer progress) {
    Map<Feature, List<Key>> byFeature =
        keys.stream()
            .collect(
                Collectors.groupingBy(catalog::feature, LinkedHashMap::new, Collectors.toList()));
    return coherence
        .poll()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(byFeature.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(e -> verify(e.getKey(), e.getValue(), progress))
                    .onItem()
                    .<Verification>disjoint()
                    .collect()
                    .asList());
  }

  private Uni<List<Verification>> verify(Feature feature, List<Key> keys, IntConsumer progress) {
    return snapshots.onPrimary(
        feature,
        (snapshot, connection) ->
            Multi.createFrom()
                .iterable(keys)
                .group()
                .intoLists()
                .of(KEYS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                    some ->
                        verify(snapshot, connection, some)
                            .invoke(() -> progress.accept(some.size())))
                .onItem()
                .<Verification>disjoint()
                .collect()
                .asList());
  }

  private Uni<List<Verification>> verify(
      Snapshot snapshot, SqlConnection connection, List<Key> keys) {
    return STORED
        .on(connection, Map.of("keys", keys.stream().map(Key::toString).toArray(String[]::new)))
        .map(rows -> stored(RunLog.list(rows, row -> row)))
        .chain(stored -> verify(snapshot, connection, keys, stored));
  }

  private Uni<List<Verification>> verify(
      Snapshot snapshot, SqlConnection connection, List<Key> keys, Map<String, Stored> stored) {
    Map<Key, Verification> outcomes = new LinkedHashMap<>();
    List<Key> comparable = new ArrayList<>();
    for (Key key : keys) {
      Verification settled = settled(snapshot, key, stored.get(key.toString()));
      outcomes.put(key, settled);
      if (settled == null) {
        comparable.add(key);
      }
    }
    return builder
        .buildBeside(snapshot, connection, comparable, key -> stored.get(key.toString()).builtFor())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            built -> {
              built.forEach(b -> outcomes.put(b.key(), compare(b, stored.get(b.key().toString()))));
              return List.copyOf(outcomes.values());
            });
  }

  /** What can be said without computing; null if it must be computed. */
  private Verification settled(Snapshot snapshot, Key key, Stored stored) {
    if (stored == null) {
      return new Verification.Missing(key);
    }
    if (stored.version() != snapshot.version()) {
      return new Verification.Outdated(
          key,
          "built from version %d of the facts, now %d"
              .formatted(stored.version(), snapshot.version()));
    }
    return catalog.definitionHash(key).equals(stored.definition())
        ? null
        : new Verification.Outdated(key, "built from another definition");
  }

  private static Verification compare(Built built, Stored stored) {
    if (built instanceof Built.Ready ready) {
      return Difference.between(stored.body(), ready.body())
          .<Verification>map(first -> new Verification.Differs(built.key(), first))
          .orElseGet(() -> new Verification.Equal(built.key()));
    }
    return new Verification.Failed(
        built.key(), built instanceof Built.Failed failed ? failed.message() : "no document");
  }

  private static Map<String, Stored> stored(List<Row> rows) {
    Map<String, Stored> stored = new HashMap<>();
    for (Row row : rows) {
      stored.put(
          row.getString("cache_key"),
          new Stored(
              row.getString("body").getBytes(StandardCharsets.UTF_8),
              row.getOffsetDateTime("built_for").toInstant(),
              row.getLong("source_version"),
              row.getString("definition_hash")));
    }
    return stored;
  }
}
