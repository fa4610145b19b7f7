package app.marquee.predictions;

import app.marquee.db.Sql;
import app.marquee.views.Coherence;
import app.marquee.views.SourceChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes profiles, one at a time in the cluster. An edit makes the keys of its profile stale by
 * their definition; a profile that goes takes its builds with it, in the same transaction.
 */
@ApplicationScoped
class ProfileEdits {
  private static final Sql LOCK = Sql.of("predictions/lock_profiles.sql");
  private static final Sql ADD = Sql.of("predictions/add_profile.sql");
  private static final Sql EDIT = Sql.of("predictions/edit_profile.sql");
  private static final Sql DELETE = Sql.of("predictions/delete_profile.sql");
  private static final Sql BUMP = Sql.of("predictions/bump_profiles.sql");

  private final Pool pool;
  private final Profiles profiles;
  private final Coherence coherence;
  private final Event<SourceChanged> events;

  ProfileEdits(Pool pool, Profiles profiles, Coherence coherence, Event<SourceChanged> events) {
    this.pool = pool;
    this.profiles = profiles;
    this.coherence = coherence;
    this.events = events;
  }

  /** Empty if its name or slug is taken. */
  Uni<Optional<Profile>> add(ProfileBody body) {
    return write(connection -> touches(connection, ADD, binds(body)))
        .map(done -> done ? profiles.find(body.slug()) : Optional.empty());
  }

  /** Empty if there is no such profile any more, or its name is another's. */
  Uni<Optional<Profile>> edit(ProfileBody body) {
    return write(
            connection ->
                touches(connection, EDIT, binds(body))
                    .call(
                        done ->
                            done && !body.active()
                                ? forget(connection, body.slug())
                                : Uni.createFrom().voidItem()))
        .map(done -> done ? profiles.find(body.slug()) : Optional.empty());
  }

  /** False if there is none of this slug that may be deleted. */
  Uni<Boolean> delete(String slug) {
    return write(
        connection ->
            touches(connection, DELETE, Map.of("slug", slug))
                .call(done -> done ? forget(connection, slug) : Uni.createFrom().voidItem()));
  }

  private static Uni<Void> forget(SqlConnection connection, String slug) {
    return Profiles.deleteBuilds(connection, List.of(slug));
  }

  /** In a transaction of its own; this node knows the outcome before its caller does. */
  private Uni<Boolean> write(Function<SqlConnection, Uni<Boolean>> work) {
    return pool.withTransaction(
            connection ->
                LOCK.on(connection, Map.of())
                    .chain(() -> work.apply(connection))
                    .call(
                        done ->
                            done
                                ? BUMP.on(connection, Map.of()).replaceWithVoid()
                                : Uni.createFrom().voidItem()))
        .call(profiles::learn)
        .call(done -> done ? coherence.poll() : Uni.createFrom().voidItem())
        .invoke(
            done -> {
              if (done) {
                events.fire(new SourceChanged(Scoring.SOURCE));
              }
            });
  }

  private static Uni<Boolean> touches(
      SqlConnection connection, Sql sql, Map<String, Object> binds) {
    return sql.on(connection, binds).map(rows -> rows.rowCount() > 0);
  }

  private static Map<String, Object> binds(ProfileBody body) {
    Map<String, Object> binds = new HashMap<>(body.weights().binds());
    binds.put("name", body.name());
    binds.put("slug", body.slug());
    binds.put("description", body.description());
    binds.put("active", body.active());
    return binds;
  }
}
