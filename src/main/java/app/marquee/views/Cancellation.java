package app.marquee.views;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The word that a claimed run is to end: no further key is begun, and the statements that run now
 * are interrupted.
 */
final class Cancellation {
  private final Map<SqlConnection, Runnable> working = new ConcurrentHashMap<>();
  private volatile boolean asked;

  boolean asked() {
    return asked;
  }

  /** May be repeated: an interrupt that came before its statement is lost. */
  void ask() {
    asked = true;
    // Whoever leaves waits until the interrupt is under way, and so knows of it.
    working
        .keySet()
        .forEach(
            connection ->
                working.computeIfPresent(
                    connection,
                    (same, interrupt) -> {
                      interrupt.run();
                      return interrupt;
                    }));
  }

  /**
   * Whether another statement may begin on this connection; it can be interrupted until it leaves.
   */
  boolean enter(SqlConnection connection, Runnable interrupt) {
    working.put(connection, interrupt);
    if (asked) {
      leave(connection);
    }
    return !asked;
  }

  void leave(SqlConnection connection) {
    working.remove(connection);
  }
}
