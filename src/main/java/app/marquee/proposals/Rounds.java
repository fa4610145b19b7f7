package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.AuditLog.Entry;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Rounds as their readers see them, and new ones; {@link RoundClosing} ends them. */
@ApplicationScoped
class Rounds {
  private static final Sql LIST = Sql.of("proposals/list_rounds.sql");
  private static final Sql FIND = Sql.of("proposals/find_round.sql");
  private static final Sql OPEN = Sql.of("proposals/open_round.sql");

  private final Pool pool;
  private final Writes writes;
  private final AuditLog audit;
  private final Clock clock;

  Rounds(Pool pool, Writes writes, AuditLog audit, Clock clock) {
    this.pool = pool;
    this.writes = writes;
    this.audit = audit;
    this.clock = clock;
  }

  Uni<String> list(int limit) {
    return LIST.on(pool, Map.of("limit", limit, "now", clock.instant()))
        .map(rows -> rows.iterator().next().getString("document"));
  }

  Uni<Optional<String>> find(long id) {
    return find(pool, id);
  }

  /** As it stands in a transaction. */
  Uni<Optional<String>> find(SqlClient client, long id) {
    return FIND.on(client, Map.of("id", id, "now", clock.instant()))
        .map(rows -> Writes.first(rows).map(row -> row.getString("document")));
  }

  /** Refused while there is one that is not closed. */
  Uni<Outcome> open(RoundBody body, Caller caller) {
    Map<String, Object> binds = body.binds();
    binds.put("now", clock.instant());
    return writes.write(
        connection ->
            OPEN.on(connection, binds)
                .map(Writes::first)
                .chain(
                    added ->
                        added.isPresent()
                            ? opened(connection, added.get().getLong("round_id"), body, caller)
                            : Outcome.refused(exists())));
  }

  private Uni<Outcome> opened(SqlConnection connection, long id, RoundBody body, Caller caller) {
    Entry entry =
        Entry.of("round-opened", "round " + id)
            .with("name", body.name())
            .with("visibility", body.visibility());
    return audit
        .record(connection, caller, entry)
        .chain(() -> find(connection, id))
        .map(document -> new Outcome.Done(id, document.orElseThrow(), true));
  }

  private static Problem exists() {
    return Problem.of(ProblemCode.ROUND_EXISTS, "one round at a time: GET /api/rounds tells which");
  }
}
