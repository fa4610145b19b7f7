package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Changes that every node must see and that publish nothing. Each takes a generation in its
 * transaction, as a publish does, so that polls find it; this node has seen it before the caller
 * goes on.
 */
@ApplicationScoped
class Notices {
  private static final Sql NEXT_GENERATION = Sql.of("views/next_generation.sql");

  private final Pool pool;
  private final Announcer announcer;
  private final Coherence coherence;

  Notices(Pool pool, Announcer announcer, Coherence coherence) {
    this.pool = pool;
    this.announcer = announcer;
    this.coherence = coherence;
  }

  private record Written<T>(long generation, T result) {}

  /** Errors: those of the database, and of the change. */
  <T> Uni<T> write(BiFunction<SqlConnection, Long, Uni<T>> change) {
    return pool.withTransaction(
            connection ->
                connection
                    .query(Publisher.GUARD)
                    .execute()
                    .chain(() -> NEXT_GENERATION.on(connection, Map.of()))
                    .map(rows -> rows.iterator().next().getLong("generation"))
                    .chain(generation -> write(connection, generation, change)))
        .call(written -> coherence.pollSince(written.generation()))
        .map(Written::result);
  }

  private <T> Uni<Written<T>> write(
      SqlConnection connection, long generation, BiFunction<SqlConnection, Long, Uni<T>> change) {
    return change
        .apply(connection, generation)
        .call(() -> announcer.published(connection, generation))
        .map(result -> new Written<>(generation, result));
  }
}
