package app.marquee.proposals;

import static app.marquee.views.SortOrder.descending;

import app.marquee.db.Sql;
import app.marquee.views.Feature;
import app.marquee.views.View;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the proposals feature publishes, for displays and embeds: the standings of the vote. */
@ApplicationScoped
public class ProposalViews implements Feature {

  /**
   * Proposals by votes, most first.
   *
   * <p>Shape: {@code [{rank: int ≥ 1, proposal_id: long, imdb_id: string?, title, year: int?,
   * proposer, status, votes: int ≥ 0, winner: boolean}]}, beside {@code round}. Empty, with its
   * reason, while a round hides votes. Source: {@code sql/proposals/standings.sql}.
   */
  static final View STANDINGS =
      View.list("proposals_standings", "proposals", Sql.of("proposals/standings.sql"))
          .periods("open", List.of("open", "round"))
          .filters("all", List.of("all"))
          .orders(descending("votes"))
          .limit(50, 200)
          .declare();

  private static final Sql NEXT_TURN = Sql.of("proposals/next_turn.sql");

  private final Pool pool;

  ProposalViews(Pool pool) {
    this.pool = pool;
  }

  @Override
  public String name() {
    return Writes.SOURCE;
  }

  @Override
  public List<View> views() {
    return List.of(STANDINGS);
  }

  /** When a round begins or ends. */
  @Override
  public Uni<Instant> turnsAfter(Instant now) {
    return NEXT_TURN
        .on(pool, Map.of("now", now))
        .map(rows -> rows.iterator().next().getOffsetDateTime("at"))
        .map(at -> at == null ? Instant.MAX : at.toInstant());
  }
}
