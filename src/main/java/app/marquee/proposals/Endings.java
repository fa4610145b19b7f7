package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.AuditLog.Entry;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Ends proposals: withdrawn by who made them, removed by an admin, or watched. Votes stay. */
@ApplicationScoped
class Endings {
  private static final Sql LOCK = Sql.of("proposals/lock_to_end.sql");
  private static final Sql END = Sql.of("proposals/end_proposal.sql");
  private static final List<String> LIVE = List.of("OPEN", "SELECTED");
  private static final String WATCHED = "WATCHED";

  private final Writes writes;
  private final Proposals proposals;
  private final AuditLog audit;
  private final Clock clock;

  Endings(Writes writes, Proposals proposals, AuditLog audit, Clock clock) {
    this.writes = writes;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  /** Of one's own, or as an admin; one that is gone already stays as it is. */
  Uni<Outcome> takeAway(long id, Caller caller) {
    return writes.write(
        connection -> lock(connection, id, row -> gone(connection, id, row, caller)));
  }

  private Uni<Outcome> gone(SqlConnection connection, long id, Row row, Caller caller) {
    boolean own = row.getLong("member_id").equals(caller.memberId());
    String status = row.getString("status");
    if (!own && !caller.admin()) {
      return Outcome.refused(
          Problem.of(ProblemCode.FORBIDDEN, "only its proposer or an admin may"));
    }
    if (status.equals(WATCHED)) {
      return Outcome.refused(Refusals.closed(status));
    }
    if (!LIVE.contains(status)) {
      return answer(connection, id, caller, false);
    }
    return own
        ? end(connection, id, "WITHDRAWN", "proposal-withdrawn", caller)
        : end(connection, id, "REMOVED", "proposal-removed", caller);
  }

  /** It goes into the archive; one that is there already stays as it is. */
  Uni<Outcome> watched(long id, Caller caller) {
    return writes.write(
        connection ->
            lock(
                connection,
                id,
                row -> {
                  String status = row.getString("status");
                  if (LIVE.contains(status)) {
                    return end(connection, id, WATCHED, "proposal-watched", caller);
                  }
                  return status.equals(WATCHED)
                      ? answer(connection, id, caller, false)
                      : Outcome.refused(Refusals.closed(status));
                }));
  }

  private static Uni<Outcome> lock(
      SqlConnection connection, long id, Function<Row, Uni<Outcome>> work) {
    return LOCK.on(connection, Map.of("id", id))
        .map(Writes::first)
        .chain(
            row -> row.isPresent() ? work.apply(row.get()) : Outcome.refused(Refusals.unknown(id)));
  }

  private Uni<Outcome> end(
      SqlConnection connection, long id, String status, String action, Caller caller) {
    return END.on(connection, Map.of("id", id, "status", status, "now", clock.instant()))
        .chain(() -> audit.record(connection, caller, Entry.of(action, "proposal " + id)))
        .chain(() -> answer(connection, id, caller, true));
  }

  private Uni<Outcome> answer(SqlConnection connection, long id, Caller caller, boolean changed) {
    return proposals
        .find(connection, id, caller)
        .map(Optional::orElseThrow)
        .map(document -> new Outcome.Done(id, document, changed));
  }
}
