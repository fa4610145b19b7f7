package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.views.SourceChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The transactions of this feature, whose races end here: rows are locked in the order member,
 * title, round, proposal, and the source's version last. So a limit is counted while its member can
 * do nothing else, a vote is given while its round cannot close, and a round is closed while nobody
 * votes.
 */
@ApplicationScoped
class Writes {
  /** The row of {@code source_version} that counts the changes of this feature's facts. */
  static final String SOURCE = "proposals";

  private static final Sql LOCK_MEMBER = Sql.of("proposals/lock_member.sql");
  private static final Sql BUMP = Sql.of("proposals/bump_source_version.sql");

  private final Pool pool;
  private final Clock clock;
  private final Event<SourceChanged> events;

  Writes(Pool pool, Clock clock, Event<SourceChanged> events) {
    this.pool = pool;
    this.clock = clock;
    this.events = events;
  }

  /** In a transaction of its own; once it has committed, the views hear of what it changed. */
  Uni<Outcome> write(Function<SqlConnection, Uni<Outcome>> work) {
    return pool.withTransaction(connection -> work.apply(connection).call(o -> bump(connection, o)))
        .invoke(
            outcome -> {
              if (outcome.changed()) {
                events.fire(new SourceChanged(SOURCE));
              }
            });
  }

  /** The same, while the member can do nothing else that counts. */
  Uni<Outcome> writeAs(long memberId, Function<SqlConnection, Uni<Outcome>> work) {
    return write(
        connection ->
            LOCK_MEMBER
                .on(connection, Map.of("member_id", memberId))
                .chain(() -> work.apply(connection)));
  }

  private Uni<Void> bump(SqlConnection connection, Outcome outcome) {
    return outcome.changed()
        ? BUMP.on(connection, Map.of("now", clock.instant())).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }
}
