package app.marquee.http;

import app.marquee.db.Sql;
import app.marquee.http.PublishedApi.Operation;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Map;

/** A queued run for the operation that cancels one. */
final class PublishedRuns {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String CANCELLED = "/api/admin/refreshes/{id}";

  private PublishedRuns() {}

  /** Without those that were queued before and never cancelled. */
  static void begin() {
    run("probe/forget_queued_run.sql");
  }

  /** The address of an operation that takes a run which has not ended; null if it takes another. */
  static String address(Operation operation) {
    return operation.method().equals("delete") && operation.path().equals(CANCELLED)
        ? CANCELLED.replace(
            "{id}", "" + run("probe/queue_run.sql").iterator().next().getLong("log_id"))
        : null;
  }

  private static RowSet<Row> run(String file) {
    Pool pool = CDI.current().select(Pool.class).get();
    return Sql.of(file).on(pool, Map.of()).await().atMost(PATIENCE);
  }
}
