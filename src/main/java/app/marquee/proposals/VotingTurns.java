package app.marquee.proposals;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Keeps a closing from being overtaken by votes that keep coming. Votes share the round where the
 * engine can share a lock; elsewhere they, too, come one after the other.
 */
@ApplicationScoped
class VotingTurns {
  private static final Sql ENTER_ROUND = Sql.of("proposals/enter_round.sql");
  private static final Sql STOP_VOTES = Sql.of("proposals/stop_votes.sql");
  private static final Sql TAKE_TURN = Sql.of("proposals/take_voting_turn.sql");

  private final DatabaseProfile profile;

  VotingTurns(DatabaseProfile profile) {
    this.profile = profile;
  }

  /** To vote: behind whoever waits to close. */
  Uni<Void> enter(SqlConnection connection) {
    return take(connection, ENTER_ROUND);
  }

  /** To close: waits for the votes on their way, and lets no more come. */
  Uni<Void> stopVotes(SqlConnection connection) {
    return take(connection, STOP_VOTES);
  }

  private Uni<Void> take(SqlConnection connection, Sql lock) {
    Sql statement = profile.locksAsPostgres() ? lock : TAKE_TURN;
    return statement.on(connection, Map.of()).replaceWithVoid();
  }
}
