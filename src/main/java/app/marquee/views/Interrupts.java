package app.marquee.views;

import app.marquee.db.ConnectionPool;
import app.marquee.db.DatabaseFailure;
import app.marquee.db.DatabaseProfile;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the statements of builds are interrupted: by the protocol's own message, which is meant for
 * the connection it names; behind a pooler, where connections have no names, by SQL over another
 * connection. PgBouncer 1.18 ends when the protocol's message comes as this client sends it.
 */
@ApplicationScoped
class Interrupts {
  private static final Sql THIS_BACKEND = Sql.of("views/this_backend.sql");
  private static final Sql INTERRUPT = Sql.of("views/interrupt_backend.sql");

  private record Backend(Pool pool, int pid, OffsetDateTime began) {}

  private final boolean bySql;
  private final Map<SqlConnection, Backend> backends = new ConcurrentHashMap<>();
  private final Set<SqlConnection> interrupted = ConcurrentHashMap.newKeySet();

  Interrupts(DatabaseProfile profile) {
    bySql = profile == DatabaseProfile.POOLER;
  }

  /** A transaction has begun on the connection whose statements may have to be interrupted. */
  Uni<Void> began(SqlConnection connection, Pool pool) {
    return bySql
        ? THIS_BACKEND
            .on(connection, Map.of())
            .map(rows -> rows.iterator().next())
            .invoke(row -> backends.put(connection, backend(pool, row)))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  /**
   * The transaction on the connection has ended. One that was interrupted by the protocol's message
   * is closed: nobody says when that message arrives, and it would hit whatever the connection does
   * next.
   */
  Uni<Void> ended(SqlConnection connection) {
    backends.remove(connection);
    return interrupted.remove(connection)
        ? ConnectionPool.drop(connection)
        : Uni.createFrom().voidItem();
  }

  /** Interrupts what the connection does now, if it does anything. */
  void interrupt(SqlConnection connection) {
    if (!bySql) {
      interrupted.add(connection);
      PgConnection.cast(connection.getDelegate()).cancelRequest(sent -> {});
      return;
    }
    Backend backend = backends.get(connection);
    if (backend != null) {
      INTERRUPT
          .on(backend.pool(), Map.of("pid", backend.pid(), "began", backend.began()))
          .onFailure(DatabaseFailure::is)
          .recoverWithNull()
          .subscribe()
          .with(asked -> {});
    }
  }

  private static Backend backend(Pool pool, Row row) {
    return new Backend(pool, row.getInteger("pid"), row.getOffsetDateTime("began"));
  }
}
