package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.AuditLog.Entry;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Closes rounds and so fixes their winners.
 *
 * <p>Whoever closes holds the round alone: votes on their way have been counted or find it closed.
 * Of several who close it at once the first does, the others find it done. Winner, draw, log and
 * the votes that were hidden become visible together.
 */
@ApplicationScoped
class RoundClosing {
  private static final Sql DUE = Sql.of("proposals/due_rounds.sql");
  private static final Sql LOCK = Sql.of("proposals/lock_to_close.sql");
  private static final Sql LOCK_PROPOSALS = Sql.of("proposals/lock_open_proposals.sql");
  private static final Sql FIX_RESULTS = Sql.of("proposals/fix_results.sql");
  private static final Sql CLOSE = Sql.of("proposals/close_round.sql");
  private static final Sql SELECT_WINNER = Sql.of("proposals/select_winner.sql");
  private static final Sql REVEAL = Sql.of("proposals/reveal_votes.sql");

  /** For rounds that end by themselves. */
  private static final Caller THE_SERVICE = new Caller("system", null, true);

  private final Pool pool;
  private final Writes writes;
  private final VotingTurns turns;
  private final Rounds rounds;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  RoundClosing(
      Pool pool, Writes writes, VotingTurns turns, Rounds rounds, AuditLog audit, Clock clock) {
    this.pool = pool;
    this.writes = writes;
    this.turns = turns;
    this.rounds = rounds;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How a round ended.
   *
   * @param votes of the winner
   * @param seed of the draw between the tied; null where none was needed
   */
  private record Result(Long winner, long votes, Long seed, List<Long> tied) {
    static final Result NOTHING = new Result(null, 0, null, null);

    Map<String, Object> binds(long round) {
      Map<String, Object> binds = new HashMap<>();
      binds.put("id", round);
      binds.put("winner_id", winner);
      binds.put("tie_seed", seed);
      binds.put("tied", tied == null ? null : tied.toArray(Long[]::new));
      return binds;
    }

    Entry entry(long round) {
      Entry entry = Entry.of("round-closed", "round " + round).with("winner", winner);
      return seed == null
          ? entry.with("votes", votes)
          : entry.with("votes", votes).with("seed", seed).with("tied", new JsonArray(tied));
    }
  }

  /** Those whose time is up. Safe on any number of nodes at once. */
  Uni<Void> closeDue() {
    return DUE.on(pool, Map.of("now", clock.instant()))
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(row -> close(row.getLong("round_id"), THE_SERVICE))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /** Before its time, too; one that has not begun chooses nothing. Refused when it is closed. */
  Uni<Outcome> close(long id, Caller caller) {
    return writes.write(
        connection ->
            turns
                .stopVotes(connection)
                .chain(() -> LOCK.on(connection, Map.of("id", id, "now", clock.instant())))
                .map(Writes::first)
                .chain(
                    row -> {
                      if (row.isEmpty()) {
                        return Outcome.refused(Refusals.roundUnknown(id));
                      }
                      return row.get().getBoolean("closed")
                          ? Outcome.refused(Problem.of(ProblemCode.ROUND_CLOSED, "see its winner"))
                          : close(connection, id, row.get().getBoolean("begun"), caller);
                    }));
  }

  private Uni<Outcome> close(SqlConnection connection, long id, boolean begun, Caller caller) {
    Uni<Result> result =
        begun
            ? LOCK_PROPOSALS
                .on(connection, Map.of())
                .chain(() -> FIX_RESULTS.on(connection, Map.of("id", id)))
                .map(this::decide)
            : Uni.createFrom().item(Result.NOTHING);
    return result
        .call(fixed -> store(connection, id, fixed))
        .call(fixed -> REVEAL.on(connection, Map.of()))
        .call(fixed -> audit.record(connection, caller, fixed.entry(id)))
        .chain(() -> rounds.find(connection, id))
        .map(document -> new Outcome.Done(id, document.orElseThrow(), true));
  }

  private Result decide(RowSet<Row> leaders) {
    List<Row> rows = StreamSupport.stream(leaders.spliterator(), false).toList();
    if (rows.isEmpty()) {
      return Result.NOTHING;
    }
    List<Long> ids = rows.stream().map(row -> row.getLong("proposal_id")).toList();
    long votes = rows.get(0).getLong("votes");
    if (ids.size() == 1) {
      return new Result(ids.get(0), votes, null, null);
    }
    long seed = Draw.seed(random);
    return new Result(Draw.winner(seed, ids), votes, seed, ids);
  }

  private Uni<Void> store(SqlConnection connection, long id, Result result) {
    Map<String, Object> binds = result.binds(id);
    binds.put("now", clock.instant());
    Uni<?> closed = CLOSE.on(connection, binds);
    return result.winner() == null
        ? closed.replaceWithVoid()
        : closed
            .chain(
                () -> SELECT_WINNER.on(connection, Map.of("winner_id", result.winner(), "id", id)))
            .replaceWithVoid();
  }
}
