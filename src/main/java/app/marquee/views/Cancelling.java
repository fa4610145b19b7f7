package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Ends runs before their time, wherever they run. From the commit on a run publishes nothing more;
 * its holder learns of it at once in this process, elsewhere by its next poll or heartbeat.
 */
@ApplicationScoped
public class Cancelling {
  private static final Sql LOCK = Sql.of("views/lock_run.sql");
  private static final Sql CANCEL = Sql.of("views/cancel_run.sql");
  private static final List<String> OPEN = List.of("queued", "running");

  private final Pool pool;
  private final Announcer announcer;
  private final Runs runs;
  private final Event<ViewEvent> events;

  Cancelling(Pool pool, Announcer announcer, Runs runs, Event<ViewEvent> events) {
    this.pool = pool;
    this.announcer = announcer;
    this.runs = runs;
    this.events = events;
  }

  /** What became of the wish. */
  public enum Outcome {
    /** There is no such run. */
    UNKNOWN,
    /** The run had ended before. */
    ENDED,
    /** Nobody held it, so it has ended; or its holder will end it. */
    CANCELLED
  }

  /**
   * Cancels a run. A second wish for the same run changes nothing.
   *
   * @param by who wants it
   * @param record written in the same transaction if the run is cancelled
   */
  public Uni<Outcome> cancel(long run, String by, Function<SqlConnection, Uni<Void>> record) {
    return pool.withTransaction(
            connection ->
                LOCK.on(connection, Map.of("log_id", run))
                    .chain(
                        found ->
                            found.rowCount() == 0
                                ? Uni.createFrom().item(Outcome.UNKNOWN)
                                : cancel(connection, run, by, found.iterator().next(), record)))
        .invoke(outcome -> tell(outcome, run, by));
  }

  private Uni<Outcome> cancel(
      SqlConnection connection,
      long run,
      String by,
      Row found,
      Function<SqlConnection, Uni<Void>> record) {
    if (!OPEN.contains(found.getString("status"))) {
      return Uni.createFrom().item(Outcome.ENDED);
    }
    Map<String, Object> binds = Map.of("log_id", run, "by", by, "held", found.getBoolean("held"));
    return CANCEL
        .on(connection, binds)
        .chain(() -> record.apply(connection))
        .chain(() -> announcer.cancelled(connection))
        .replaceWith(Outcome.CANCELLED);
  }

  private void tell(Outcome outcome, long run, String by) {
    if (outcome == Outcome.CANCELLED) {
      runs.end(run);
      events.fire(new ViewEvent.RunCancelled(run, by));
    }
  }
}
