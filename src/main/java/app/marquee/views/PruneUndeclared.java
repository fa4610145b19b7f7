package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Builds and states of keys that are no longer declared, here or anywhere: nodes of another version
 * check theirs again and again, and a profile this node has not heard of yet is young.
 */
@ApplicationScoped
class PruneUndeclared implements PruneStep {
  private static final Sql PRUNE = Sql.of("views/prune_undeclared.sql");

  private final Pool pool;
  private final Catalog catalog;
  private final ViewsConfig config;

  PruneUndeclared(Pool pool, Catalog catalog, ViewsConfig config) {
    this.pool = pool;
    this.catalog = catalog;
    this.config = config;
  }

  @Override
  public String what() {
    return "undeclared keys";
  }

  @Override
  public Uni<Pruned> prune(boolean dryRun) {
    String[] declared = catalog.keys().stream().map(Key::toString).toArray(String[]::new);
    return PRUNE
        .on(
            pool,
            Map.of(
                "declared", declared,
                "keep", (double) config.keepUndeclared().toSeconds(),
                "dry_run", dryRun))
        .map(rows -> Pruned.named(RunLog.list(rows, row -> row.getString("cache_key"))));
  }
}
