package app.marquee.parks;

import app.marquee.db.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings everything derived from snapshots up to date for the hours a transaction has touched, and
 * bumps the source version. The transaction's last act; it must hold the parks it has written to.
 */
final class Rollup {
  /** The row of {@code source_version} that counts the changes of this feature's facts. */
  static final String SOURCE = "parks";

  private static final List<Sql> STEPS =
      List.of(
          Sql.of("parks/rederive_park_open.sql"),
          Sql.of("parks/derive_status_changes.sql"),
          Sql.of("parks/note_last_operated.sql"),
          Sql.of("parks/rollup_hours.sql"),
          Sql.of("parks/rollup_days.sql"));
  private static final Sql BUMP = Sql.of("parks/bump_source_version.sql");

  private final ParksConfig config;

  Rollup(ParksConfig config) {
    this.config = config;
  }

  /**
   * For a transaction that has changed something, if only a name.
   *
   * @param asOf the newest fact written; null leaves the source's as it is
   * @param factsFrom before which no fact changed; null when more than the touched hours did
   */
  Uni<Void> of(SqlConnection connection, TouchedHours touched, Instant asOf, Instant factsFrom) {
    return touched.isEmpty()
        ? derive(connection, touched, asOf, factsFrom)
        : ClosedMonths.load(connection)
            .chain(closed -> derive(connection, touched.open(closed), asOf, factsFrom));
  }

  private Uni<Void> derive(
      SqlConnection connection, TouchedHours touched, Instant asOf, Instant factsFrom) {
    Map<String, Object> binds = new HashMap<>(touched.binds());
    binds.put("day_starts_at", config.dayStartsAt());
    binds.put("enough_rides_operating", config.enoughRidesOperating());
    binds.put("as_of", asOf);
    binds.put("facts_from", factsFrom);
    Uni<?> done = Uni.createFrom().voidItem();
    for (Sql step : touched.isEmpty() ? List.<Sql>of() : STEPS) {
      done = done.chain(() -> run(connection, step, binds));
    }
    return done.chain(() -> run(connection, BUMP, binds)).replaceWithVoid();
  }

  private static Uni<?> run(SqlConnection connection, Sql sql, Map<String, Object> binds) {
    return connection.preparedQuery(sql.statement()).execute(sql.bindFrom(binds));
  }
}
