package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Deletes builds, so that every node forgets them and what it holds in memory. Keys stay declared:
 * a read computes them again or reports them missing, as their policy says.
 */
@ApplicationScoped
public class Clearing {
  private static final Sql CLEAR = Sql.of("views/clear_builds.sql");

  private final Notices notices;

  Clearing(Notices notices) {
    this.notices = notices;
  }

  /**
   * How many builds there were.
   *
   * @param beside what is written down with it, in the same transaction
   */
  public Uni<Long> clear(Collection<Key> keys, BiFunction<SqlConnection, Long, Uni<Void>> beside) {
    String[] names = keys.stream().map(Key::toString).toArray(String[]::new);
    return notices.write(
        (connection, generation) ->
            CLEAR
                .on(connection, Map.of("keys", names, "generation", generation))
                .map(rows -> rows.iterator().next().getLong("cleared"))
                .call(cleared -> beside.apply(connection, cleared)));
  }
}
