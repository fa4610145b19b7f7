package app.marquee.views;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Tells other nodes, at the commit of a transaction, that a poll would find something; says nothing
 * where the engine has no announcements.
 */
@ApplicationScoped
class Announcer {
  private static final Sql PUBLISH = Sql.of("views/announce_publish.sql");
  private static final Sql CANCEL = Sql.of("views/announce_cancel.sql");

  private final boolean speaks;

  Announcer(ViewsConfig config, DatabaseProfile profile) {
    speaks = config.announce() && profile.notifies();
  }

  Uni<Void> published(SqlConnection connection, long generation) {
    return say(connection, PUBLISH, Map.of("generation", generation));
  }

  Uni<Void> cancelled(SqlConnection connection) {
    return say(connection, CANCEL, Map.of());
  }

  private Uni<Void> say(SqlConnection connection, Sql what, Map<String, ?> binds) {
    return speaks ? what.on(connection, binds).replaceWithVoid() : Uni.createFrom().voidItem();
  }
}
