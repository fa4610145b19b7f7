package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.DatabaseProfile;
import app.marquee.db.RetryingPool;
import app.marquee.db.Sql;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Snapshots of a feature's facts, each open as long as somebody works with it.
 *
 * <p>Where snapshots can be shared, the exporter's transaction stays open while others read what it
 * exported; elsewhere all reading is done on the one connection, which goes back to a savepoint
 * after a statement that fails.
 */
@ApplicationScoped
class Snapshots {
  private static final Sql EXPORT = Sql.of("views/export_snapshot.sql");
  private static final Sql TAKE = Sql.of("views/take_snapshot.sql");

  private final Replica replica;
  private final Interrupts interrupts;
  private final DatabaseProfile profile;
  private final ViewsConfig config;
  private final Clock clock;
  private final Event<ViewEvent> events;
  private final Site primary;

  Snapshots(
      Pool pool,
      Replica replica,
      Interrupts interrupts,
      DatabaseProfile profile,
      ViewsConfig config,
      Clock clock,
      Event<ViewEvent> events) {
    this.replica = replica;
    this.interrupts = interrupts;
    this.profile = profile;
    this.config = config;
    this.clock = clock;
    this.events = events;
    this.primary = new Site(pool, profile.exportsSnapshots(), false);
  }

  /**
   * Runs {@code work} while a snapshot is open, on the connection that took it: on the replica once
   * that has the facts the primary has, else on the primary. It may be run again from its
   * beginning.
   */
  <T> Uni<T> forBuilds(Feature feature, BiFunction<Snapshot, SqlConnection, Uni<T>> work) {
    if (replica.site().isEmpty()) {
      return onPrimary(feature, work);
    }
    Site site = replica.site().get();
    return Uni.createFrom()
        .deferred(() -> replica.abreast(site, feature))
        .chain(asOf -> open(site, feature, asOf, work))
        .onFailure(Site::isConflict)
        .retry()
        .atMost(1)
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(
            failure -> {
              events.fire(new ViewEvent.ReplicaPassedOver(feature.name(), why(failure)));
              return onPrimary(feature, work);
            });
  }

  /** The same where writes are seen at once. */
  <T> Uni<T> onPrimary(Feature feature, BiFunction<Snapshot, SqlConnection, Uni<T>> work) {
    Uni<T> once = Uni.createFrom().deferred(() -> open(primary, feature, null, work));
    return profile.repeats() ? RetryingPool.repeated(once) : once;
  }

  private static String why(Throwable failure) {
    return failure instanceof TimeoutException
        ? "it lags behind or does not answer"
        : String.valueOf(failure.getMessage());
  }

  /**
   * @param knownSince when the snapshot's facts were the primary's newest; null: as the server says
   */
  private <T> Uni<T> open(
      Site site,
      Feature feature,
      Instant knownSince,
      BiFunction<Snapshot, SqlConnection, Uni<T>> work) {
    return site.pool()
        .withConnection(
            connection ->
                begin(connection, site, null)
                    .chain(() -> take(site, feature, connection))
                    .chain(row -> snapshot(site, feature, knownSince, row))
                    .chain(snapshot -> work.apply(snapshot, connection))
                    .eventually(() -> end(connection)));
  }

  private static Uni<Row> take(Site site, Feature feature, SqlConnection connection) {
    Map<String, String> binds = Map.of("source", feature.name());
    return site.shared()
        ? EXPORT.on(connection, binds).map(rows -> rows.iterator().next())
        : TAKE.on(connection, binds)
            .map(rows -> rows.iterator().next())
            .call(() -> connection.query("savepoint taken").execute());
  }

  private Uni<Snapshot> snapshot(Site site, Feature feature, Instant knownSince, Row row) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return feature
        .settledBefore(now)
        .map(
            settledBefore ->
                new Snapshot(
                    site,
                    row.getString("snapshot"),
                    knownSince == null ? instant(row, "taken_at") : knownSince,
                    row.getLong("version"),
                    instant(row, "as_of"),
                    now,
                    SourceChange.all(row),
                    settledBefore));
  }

  /** Lets another connection of its site read a shared snapshot. */
  Uni<Void> join(SqlConnection connection, Snapshot snapshot) {
    return begin(connection, snapshot.site(), snapshot);
  }

  /** Lets a connection read the snapshot on after a statement that failed. */
  Uni<Void> rejoin(SqlConnection connection, Snapshot snapshot) {
    return snapshot.site().shared()
        ? end(connection).chain(() -> join(connection, snapshot))
        : connection.query("rollback to savepoint taken").execute().replaceWithVoid();
  }

  /**
   * A read-only transaction that sees one state of the database: the given snapshot, else its own.
   */
  private Uni<Void> begin(SqlConnection connection, Site site, Snapshot snapshot) {
    String join = snapshot == null ? "" : "set transaction snapshot '" + snapshot.name() + "'; ";
    return connection
        .query(
            "begin isolation level repeatable read read only; "
                + join
                + "set local statement_timeout = "
                + config.buildTimeout().toMillis())
        .execute()
        .chain(() -> interrupts.began(connection, site.pool()));
  }

  /** Again if what was meant for a cancelled run's statement comes late and hits this one. */
  Uni<Void> end(SqlConnection connection) {
    return connection
        .query("rollback")
        .execute()
        .onFailure(PgException.class)
        .retry()
        .atMost(1)
        .eventually(() -> interrupts.ended(connection))
        .replaceWithVoid();
  }

  /** By what the statement a connection is at is ended before its time. */
  Runnable interrupt(SqlConnection connection) {
    return () -> interrupts.interrupt(connection);
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
