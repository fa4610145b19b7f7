package app.marquee.views;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The word that a claimed run is to end: no further key is begun, and the statements that run now
 * are interrupted.
 */
final class Cancellation {
  private final Set<SqlConnection> working = ConcurrentHashMap.newKeySet();
  private volatile boolean asked;

  boolean asked() {
    return asked;
  }

  /** May be repeated: an interrupt that came before its statement is lost. */
  void ask() {
    asked = true;
    working.forEach(
        connection -> PgConnection.cast(connection.getDelegate()).cancelRequest(sent -> {}));
  }

  /** Whether another statement may begin on this connection; it is interrupted until it leaves. */
  boolean enter(SqlConnection connection) {
    working.add(connection);
    if (asked) {
      leave(connection);
    }
    return !asked;
  }

  void leave(SqlConnection connection) {
    working.remove(connection);
  }
}
