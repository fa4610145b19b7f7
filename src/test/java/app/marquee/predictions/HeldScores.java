package app.marquee.predictions;

import app.marquee.db.Sql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.Map;

/** While it is open nobody reads or writes a score, so that builds and scorings stand still. */
final class HeldScores implements AutoCloseable {
  private final SqlConnection connection;
  private final Transaction transaction;

  HeldScores(Pool pool) {
    connection = pool.getConnectionAndAwait();
    transaction = connection.beginAndAwait();
    Sql.of("predictionstest/hold_scores.sql").on(connection, Map.of()).await().indefinitely();
  }

  @Override
  public void close() {
    transaction.rollbackAndAwait();
    connection.closeAndAwait();
  }
}
