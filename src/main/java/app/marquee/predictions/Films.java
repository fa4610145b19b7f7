package app.marquee.predictions;

import app.marquee.db.Sql;
import app.marquee.views.View;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is read of scored films beside the views: one film by its id, lists, rankings nobody keeps.
 */
@ApplicationScoped
class Films {
  private static final Sql DETAILS = Sql.of("predictions/movie_details.sql");
  private static final Sql LISTS = Sql.of("predictions/lists.sql");

  private final Pool pool;
  private final PredictionsConfig config;

  Films(Pool pool, PredictionsConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** A film under a profile, a JSON object; empty if there is no film of this id. */
  Uni<Optional<String>> details(long id, Profile profile) {
    Map<String, Object> binds = new HashMap<>(profile.weights().binds());
    binds.put("id", id);
    binds.put("filter", profile.slug());
    return DETAILS
        .on(pool, binds)
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("document")));
  }

  /** Every list, a JSON array. */
  Uni<String> lists() {
    return LISTS.on(pool, Map.of()).map(rows -> rows.iterator().next().getString("lists"));
  }

  /** A ranking by the view's own statement, stored nowhere; given up after a while. */
  Uni<String> rank(View ranking, Weights weights, int decade, int rows) {
    Map<String, Object> binds = new HashMap<>(weights.binds());
    binds.put("period", PredictionViews.period(decade));
    binds.put("filter", null);
    binds.put("rows", rows);
    return pool.withTransaction(
        connection ->
            limited(connection)
                .chain(() -> ranking.sql().on(connection, binds))
                .map(found -> found.iterator().next().getString("document")));
  }

  private Uni<Void> limited(SqlConnection connection) {
    return connection
        .query("set local statement_timeout = " + config.previewWithin().toMillis())
        .execute()
        .replaceWithVoid();
  }
}
