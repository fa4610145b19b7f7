package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.security.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Proposals as their readers see them; one statement however many they are. */
@ApplicationScoped
class Proposals {
  // In a file of SQL its question mark would pass for a bind.
  private static final String CARD = "?size=card";
  private static final Sql LIST = Sql.of("proposals/list_proposals.sql");
  private static final Sql FIND = Sql.of("proposals/find_proposal.sql");

  private final Pool pool;
  private final Clock clock;

  Proposals(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * A page.
   *
   * @param document a JSON object
   * @param total how many proposals there are on all pages
   */
  record Page(String document, long total) {}

  Uni<Page> list(ProposalQuery query, Caller reader) {
    Map<String, Object> binds = query.binds();
    binds.putAll(readBy(reader));
    return LIST.on(pool, binds)
        .map(rows -> rows.iterator().next())
        .map(row -> new Page(row.getString("document"), row.getLong("total")));
  }

  Uni<Optional<String>> find(long id, Caller reader) {
    return find(pool, id, reader);
  }

  /** As it stands in a transaction. */
  Uni<Optional<String>> find(SqlClient client, long id, Caller reader) {
    Map<String, Object> binds = readBy(reader);
    binds.put("id", id);
    return FIND.on(client, binds)
        .map(rows -> Writes.first(rows).map(row -> row.getString("document")));
  }

  private Map<String, Object> readBy(Caller reader) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("now", clock.instant());
    binds.put("member_id", reader.memberId());
    binds.put("card", CARD);
    return binds;
  }
}
