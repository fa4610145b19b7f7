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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives votes and takes them back; doing either twice is doing it once. */
@ApplicationScoped
class Ballot {
  private static final Sql LOCK_ROUND = Sql.of("proposals/lock_round.sql");
  private static final Sql LOCK = Sql.of("proposals/lock_to_vote.sql");
  private static final Sql COUNT_GIVEN = Sql.of("proposals/count_given.sql");
  private static final Sql GIVE = Sql.of("proposals/add_vote.sql");
  private static final Sql TAKE_BACK = Sql.of("proposals/take_vote_back.sql");
  private static final Sql ANSWER = Sql.of("proposals/vote_answer.sql");

  private final Writes writes;
  private final VotingTurns turns;
  private final AuditLog audit;
  private final Clock clock;

  Ballot(Writes writes, VotingTurns turns, AuditLog audit, Clock clock) {
    this.writes = writes;
    this.turns = turns;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The running round as far as a vote minds it.
   *
   * @param mostVotes a member may have given, or null
   * @param secret whether nobody is told of votes before it is closed
   */
  private record Rules(boolean ended, Integer mostVotes, boolean secret) {
    static final Rules NONE = new Rules(false, null, false);

    static Rules of(Row round, Instant now) {
      OffsetDateTime closesAt = round.getOffsetDateTime("closes_at");
      return round.getOffsetDateTime("opens_at").toInstant().isAfter(now)
          ? NONE
          : new Rules(
              closesAt != null && !closesAt.toInstant().isAfter(now),
              round.getInteger("max_votes"),
              round.getBoolean("secret"));
    }
  }

  Uni<Outcome> give(long id, Caller caller) {
    return change(id, caller, true);
  }

  Uni<Outcome> takeBack(long id, Caller caller) {
    return change(id, caller, false);
  }

  private Uni<Outcome> change(long id, Caller caller, boolean wanted) {
    return writes.writeAs(
        caller.memberId(),
        connection ->
            rules(connection)
                .chain(
                    rules ->
                        against(connection, id, caller, rules, wanted)
                            .chain(
                                problem ->
                                    problem.isPresent()
                                        ? Outcome.refused(problem.get())
                                        : count(connection, id, caller, rules, wanted))));
  }

  private Uni<Rules> rules(SqlConnection connection) {
    return turns
        .enter(connection)
        .chain(() -> LOCK_ROUND.on(connection, Map.of()))
        .map(rows -> Writes.first(rows).map(r -> Rules.of(r, clock.instant())).orElse(Rules.NONE));
  }

  private static Uni<Optional<Problem>> against(
      SqlConnection connection, long id, Caller caller, Rules rules, boolean wanted) {
    return LOCK.on(connection, Map.of("id", id))
        .map(rows -> Writes.first(rows).map(row -> row.getString("status")))
        .chain(
            status -> {
              if (status.isEmpty()) {
                return Uni.createFrom().item(Optional.of(Refusals.unknown(id)));
              }
              if (!status.get().equals("OPEN")) {
                return Uni.createFrom().item(Optional.of(Refusals.closed(status.get())));
              }
              if (rules.ended()) {
                return Uni.createFrom().item(Optional.of(votingClosed()));
              }
              return wanted && rules.mostVotes() != null
                  ? spent(connection, id, caller, rules.mostVotes())
                  : Uni.createFrom().item(Optional.empty());
            });
  }

  private static Uni<Optional<Problem>> spent(
      SqlConnection connection, long id, Caller caller, int most) {
    return COUNT_GIVEN
        .on(connection, Map.of("id", id, "member_id", caller.memberId()))
        .map(
            rows ->
                rows.iterator().next().getLong("given") < most
                    ? Optional.empty()
                    : Optional.of(
                        Problem.of(
                                ProblemCode.VOTES_SPENT, "the round allows " + most + " a member")
                            .with("limit", most)));
  }

  private static Problem votingClosed() {
    return Problem.of(ProblemCode.VOTING_CLOSED, "its winner will be fixed in a moment");
  }

  private Uni<Outcome> count(
      SqlConnection connection, long id, Caller caller, Rules rules, boolean wanted) {
    return store(connection, id, caller, wanted)
        .call(
            changed ->
                changed
                    ? audit.record(connection, caller, entry(id, wanted).hidden(rules.secret()))
                    : Uni.createFrom().voidItem())
        .chain(
            changed ->
                answer(connection, id, caller)
                    .map(document -> new Outcome.Done(id, document, changed && !rules.secret())));
  }

  private Uni<Boolean> store(SqlConnection connection, long id, Caller caller, boolean wanted) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("id", id);
    binds.put("member_id", caller.memberId());
    if (!wanted) {
      return TAKE_BACK.on(connection, binds).map(rows -> rows.rowCount() > 0);
    }
    binds.put("now", clock.instant());
    return GIVE.on(connection, binds).map(rows -> rows.rowCount() > 0);
  }

  private static Entry entry(long id, boolean given) {
    return Entry.of(given ? "vote-given" : "vote-taken-back", "proposal " + id);
  }

  private Uni<String> answer(SqlConnection connection, long id, Caller caller) {
    return ANSWER
        .on(connection, Map.of("id", id, "member_id", caller.memberId(), "now", clock.instant()))
        .map(rows -> rows.iterator().next().getString("document"));
  }
}
