package app.marquee.parks.collect;

import app.marquee.db.Sql;
import app.marquee.views.PruneStep;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Collection cycles that ended long ago, and what failed in them. */
@ApplicationScoped
class PruneCycles implements PruneStep {
  private static final Sql PRUNE = Sql.of("collect/prune_cycles.sql");

  private final Pool pool;
  private final CollectConfig config;
  private final Clock clock;

  PruneCycles(Pool pool, CollectConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "collection cycles";
  }

  @Override
  public Uni<Pruned> prune(boolean dryRun) {
    return PRUNE
        .on(pool, Map.of("before", clock.instant().minus(config.keepCycles()), "dry_run", dryRun))
        .map(rows -> Pruned.counted(rows.iterator().next().getLong("count")));
  }
}
