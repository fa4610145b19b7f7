package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.AuditLog.Entry;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What members thought of watched films, in stars. */
@ApplicationScoped
class Ratings {
  static final int MOST_STARS = 5;

  private static final Sql LOCK = Sql.of("proposals/lock_to_vote.sql");
  private static final Sql RATE = Sql.of("proposals/rate.sql");
  private static final Sql TAKE_BACK = Sql.of("proposals/take_rating_back.sql");

  private final Writes writes;
  private final Proposals proposals;
  private final AuditLog audit;
  private final Clock clock;

  Ratings(Writes writes, Proposals proposals, AuditLog audit, Clock clock) {
    this.writes = writes;
    this.proposals = proposals;
    this.audit = audit;
    this.clock = clock;
  }

  Uni<Outcome> rate(long id, int stars, Caller caller) {
    Map<String, Object> binds = binds(id, caller);
    binds.put("stars", stars);
    binds.put("now", clock.instant());
    Entry entry = Entry.of("rating-given", "proposal " + id).with("stars", stars);
    return change(id, caller, RATE, binds, entry);
  }

  Uni<Outcome> takeBack(long id, Caller caller) {
    Entry entry = Entry.of("rating-taken-back", "proposal " + id);
    return change(id, caller, TAKE_BACK, binds(id, caller), entry);
  }

  private static Map<String, Object> binds(long id, Caller caller) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("id", id);
    binds.put("member_id", caller.memberId());
    return binds;
  }

  private Uni<Outcome> change(
      long id, Caller caller, Sql sql, Map<String, Object> binds, Entry entry) {
    return writes.writeAs(
        caller.memberId(),
        connection ->
            against(connection, id)
                .chain(
                    problem ->
                        problem.isPresent()
                            ? Outcome.refused(problem.get())
                            : change(connection, id, caller, sql, binds, entry)));
  }

  private static Uni<Optional<Problem>> against(SqlConnection connection, long id) {
    return LOCK.on(connection, Map.of("id", id))
        .map(Writes::first)
        .map(
            row -> {
              if (row.isEmpty()) {
                return Optional.of(Refusals.unknown(id));
              }
              return row.get().getString("status").equals("WATCHED")
                  ? Optional.empty()
                  : Optional.of(
                      Problem.of(ProblemCode.NOT_WATCHED, "rate it when it has been watched"));
            });
  }

  private Uni<Outcome> change(
      SqlConnection connection,
      long id,
      Caller caller,
      Sql sql,
      Map<String, Object> binds,
      Entry entry) {
    return sql.on(connection, binds)
        .map(rows -> rows.rowCount() > 0)
        .call(
            changed ->
                changed ? audit.record(connection, caller, entry) : Uni.createFrom().voidItem())
        .chain(
            changed ->
                proposals
                    .find(connection, id, caller)
                    .map(document -> new Outcome.Done(id, document.orElseThrow(), changed)));
  }
}
