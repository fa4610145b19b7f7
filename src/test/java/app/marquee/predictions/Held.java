package app.marquee.predictions;

import app.marquee.db.Sql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.Map;

/** Something that stands still while this is open. */
final class Held implements AutoCloseable {
  private final SqlConnection connection;
  private final Transaction transaction;

  private Held(Pool pool, String file) {
    connection = pool.getConnectionAndAwait();
    transaction = connection.beginAndAwait();
    Sql.of(file).on(connection, Map.of()).await().indefinitely();
  }

  /** Nobody reads or writes a score, so that builds and scorings wait. */
  static Held scores(Pool pool) {
    return new Held(pool, "predictionstest/hold_scores.sql");
  }

  /** Runs build, but none of them publishes. */
  static Held publishes(Pool pool) {
    return new Held(pool, "predictionstest/hold_publishes.sql");
  }

  @Override
  public void close() {
    transaction.rollbackAndAwait();
    connection.closeAndAwait();
  }
}
