package app.marquee.views;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stops and resumes refreshing, of one key or of everything, on all nodes and over restarts.
 *
 * <p>A run that has begun ends and publishes. What was paused and is resumed is asked for at once;
 * only what has gone stale is built. Whatever is to be written down beside it is written in the
 * same transaction, and only if something changes.
 */
@ApplicationScoped
public class Pauses {
  private static final Sql PAUSE_KEY = Sql.of("views/pause_key.sql");
  private static final Sql RESUME_KEY = Sql.of("views/resume_key.sql");
  private static final Sql PAUSE = Sql.of("views/pause_refreshing.sql");
  private static final Sql RESUME = Sql.of("views/resume_refreshing.sql");

  private final Notices notices;
  private final ViewIndex index;
  private final Runs runs;

  Pauses(Notices notices, ViewIndex index, Runs runs) {
    this.notices = notices;
    this.index = index;
    this.runs = runs;
  }

  /** The pause of a key, if it is paused; from memory. */
  public Optional<Pause> of(Key key) {
    return Optional.ofNullable(index.state(key).pause());
  }

  /** The pause of all refreshing, if it is paused; from memory. */
  public Optional<Pause> ofRefreshing() {
    return index.refreshingPause();
  }

  /** {@code reason} may be null. */
  public Uni<Void> pause(
      Key key, String reason, String by, Function<SqlConnection, Uni<Void>> beside) {
    return notices.write(
        (connection, generation) -> {
          Map<String, Object> binds = told(reason, by);
          binds.put("key", key.toString());
          binds.put("generation", generation);
          return PAUSE_KEY.on(connection, binds).chain(() -> beside.apply(connection));
        });
  }

  /** Without effect on a key that is not paused. */
  public Uni<Void> resume(Key key, String by, Function<SqlConnection, Uni<Void>> beside) {
    return notices
        .write(
            (connection, generation) ->
                changed(
                    connection,
                    RESUME_KEY,
                    Map.of("key", key.toString(), "generation", generation),
                    beside))
        .chain(changed -> changed ? refresh(Scope.of(key), by) : Uni.createFrom().voidItem());
  }

  /** {@code reason} may be null. */
  public Uni<Void> pauseRefreshing(
      String reason, String by, Function<SqlConnection, Uni<Void>> beside) {
    return notices.write(
        (connection, generation) ->
            PAUSE.on(connection, told(reason, by)).chain(() -> beside.apply(connection)));
  }

  /** Without effect while refreshing is not paused. */
  public Uni<Void> resumeRefreshing(String by, Function<SqlConnection, Uni<Void>> beside) {
    return notices
        .write((connection, generation) -> changed(connection, RESUME, Map.of(), beside))
        .chain(changed -> changed ? refresh(Scope.ALL, by) : Uni.createFrom().voidItem());
  }

  private static Map<String, Object> told(String reason, String by) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("reason", reason);
    binds.put("by", by);
    return binds;
  }

  private static Uni<Boolean> changed(
      SqlConnection connection,
      Sql change,
      Map<String, Object> binds,
      Function<SqlConnection, Uni<Void>> beside) {
    return change
        .on(connection, binds)
        .map(rows -> rows.rowCount() > 0)
        .call(changed -> changed ? beside.apply(connection) : Uni.createFrom().voidItem());
  }

  private Uni<Void> refresh(Scope scope, String by) {
    return index.refreshingPause().isPresent()
        ? Uni.createFrom().voidItem()
        : runs.request(scope, Trigger.REQUEST, RunOptions.IF_STALE, by).replaceWithVoid();
  }
}
