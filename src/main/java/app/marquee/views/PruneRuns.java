package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Refresh runs that ended long ago. */
@ApplicationScoped
class PruneRuns implements PruneStep {
  private static final Sql PRUNE = Sql.of("views/prune_runs.sql");

  private final Pool pool;
  private final ViewsConfig config;

  PruneRuns(Pool pool, ViewsConfig config) {
    this.pool = pool;
    this.config = config;
  }

  @Override
  public String what() {
    return "refresh runs";
  }

  @Override
  public Uni<Pruned> prune(boolean dryRun) {
    return PRUNE
        .on(pool, Map.of("keep", (double) config.keepRuns().toSeconds(), "dry_run", dryRun))
        .map(rows -> Pruned.counted(rows.iterator().next().getLong("count")));
  }
}
