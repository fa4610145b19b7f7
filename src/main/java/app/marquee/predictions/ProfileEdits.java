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
  private static final Sql PUBLISH_FIT = Sql.of("predictions/publish_fit.sql");
  private static final Sql WITHDRAW_FIT = Sql.of("predictions/withdraw_fit.sql");
  private static final Sql RECORD_FIT = Sql.of("predictions/record_fit.sql");
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

  /** Empty if its name or slug is taken; {@code note} is done with it, or not at all. */
  Uni<Optional<Profile>> add(ProfileBody body, Function<SqlConnection, Uni<Void>> note) {
    return write(
            connection ->
                touches(connection, ADD, binds(body))
                    .call(done -> done ? note.apply(connection) : nothing()))
        .map(done -> done ? profiles.find(body.slug()) : Optional.empty());
  }

  /** Empty if there is no such profile any more, or its name is another's. */
  Uni<Optional<Profile>> edit(ProfileBody body, Function<SqlConnection, Uni<Void>> note) {
    return write(
            connection ->
                touches(connection, EDIT, binds(body))
                    .call(done -> done ? note.apply(connection) : nothing())
                    .call(
                        done ->
                            done && !body.active() ? forget(connection, body.slug()) : nothing()))
        .map(done -> done ? profiles.find(body.slug()) : Optional.empty());
  }

  /** False if there is none of this slug that may be deleted. */
  Uni<Boolean> delete(String slug, Function<SqlConnection, Uni<Void>> note) {
    return write(
        connection ->
            touches(connection, DELETE, Map.of("slug", slug))
                .call(done -> done ? note.apply(connection) : nothing())
                .call(done -> done ? forget(connection, slug) : nothing()));
  }

  /**
   * Learned weights, and the fit they come from; false if its name is somebody's own.
   *
   * @param fit the binds of {@code record_fit.sql} but whether it is published
   */
  Uni<Boolean> publishFit(Weights weights, Map<String, Object> fit) {
    return write(
        connection ->
            touches(connection, PUBLISH_FIT, weights.binds())
                .call(done -> done ? record(connection, fit, true) : nothing()));
  }

  /** A fit that lost; true if there was a fitted profile, which goes with its builds. */
  Uni<Boolean> withdrawFit(Map<String, Object> fit) {
    return write(
        connection ->
            record(connection, fit, false)
                .chain(() -> touches(connection, WITHDRAW_FIT, Map.of()))
                .call(done -> done ? forget(connection, Profile.FITTED) : nothing()));
  }

  private static Uni<Void> record(
      SqlConnection connection, Map<String, Object> fit, boolean published) {
    Map<String, Object> binds = new HashMap<>(fit);
    binds.put("published", published);
    return RECORD_FIT.on(connection, binds).replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
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
                        done -> done ? BUMP.on(connection, Map.of()).replaceWithVoid() : nothing()))
        .call(profiles::learn)
        .call(done -> done ? coherence.poll() : nothing())
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
