package app.marquee.proposals.posters;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.Sql;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Deletes posters that are too old, and the least recently used ones of too many. */
@ApplicationScoped
class PosterPruning {
  private static final Sql AGED = Sql.of("posters/prune_aged.sql");
  private static final Sql OVERSIZED = Sql.of("posters/prune_oversized.sql");
  private static final long MEGABYTE = 1_000_000;

  private final Pool pool;
  private final PostersConfig config;
  private final Clock clock;

  PosterPruning(Pool pool, PostersConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /** Every node does: what one has deleted the next does not find. */
  @Scheduled(cron = "{marquee.proposals.posters.prune-at}", timeZone = "UTC")
  Uni<Void> prune() {
    return pruneAged()
        .chain(aged -> pruneOversized().invoke(oversized -> PosterLog.pruned(aged, oversized)))
        .replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .invoke(PosterLog::notPruned)
        .onFailure(DatabaseFailure::is)
        .recoverWithNull();
  }

  private Uni<Integer> pruneAged() {
    return AGED.on(pool, Map.of("before", clock.instant().minus(config.keep())))
        .map(rows -> rows.rowCount());
  }

  private Uni<Integer> pruneOversized() {
    return OVERSIZED
        .on(pool, Map.of("max_bytes", config.maxTotalMegabytes() * MEGABYTE))
        .map(rows -> rows.rowCount());
  }
}
