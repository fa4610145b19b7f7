package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.parks.TouchedHours.Range;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes parks, rides and schedules, a batch per transaction, and derives anew what rests on them.
 *
 * <p>Line by line, because a file may name the same place twice and the later line must find what
 * the earlier one wrote.
 */
final class PlaceImport {
  private static final Sql ONE_AT_A_TIME = Sql.of("parks/one_place_import.sql");
  private static final Sql LOCK = Sql.of("parks/lock_places.sql");
  private static final Sql UPSERT_PARK = Sql.of("parks/upsert_park.sql");
  private static final Sql UPSERT_RIDE = Sql.of("parks/upsert_ride.sql");
  private static final Sql UPSERT_SCHEDULE = Sql.of("parks/upsert_schedule.sql");
  private static final Sql CLEAR_ROLLUPS = Sql.of("parks/clear_rollups.sql");
  private static final Sql KEEP_IDS_AHEAD = Sql.of("parks/keep_ids_ahead.sql");

  /** A line that could be read: its number and what it binds. */
  record Line(long number, Map<String, Object> binds) {}

  private final Pool pool;
  private final ParksConfig config;
  private final Rollup rollup;

  PlaceImport(Pool pool, ParksConfig config) {
    this.pool = pool;
    this.config = config;
    this.rollup = new Rollup(config);
  }

  /** What a batch did to the tables: whether to tell, and which hours to derive anew. */
  private static final class Effect {
    private final TouchedHours touched = new TouchedHours();
    private final Set<Long> rebuild = new TreeSet<>();
    private boolean changed;
  }

  /** True if anything changed. Outcomes go to the tally. */
  Uni<Boolean> write(ImportKind kind, List<Line> batch, ImportTally tally) {
    return pool.withTransaction(
        connection -> {
          Effect effect = new Effect();
          return lock(connection, kind, batch)
              .chain(() -> upsertAll(connection, kind, batch, effect, tally))
              .chain(() -> effect.changed ? derive(connection, effect) : nothing())
              .replaceWith(() -> effect.changed);
        });
  }

  private static Uni<?> lock(SqlConnection connection, ImportKind kind, List<Line> batch) {
    List<Line> keyed = kind == ImportKind.PARKS ? batch : List.of();
    return ONE_AT_A_TIME
        .on(connection, Map.of())
        .chain(
            () ->
                LOCK.on(
                    connection,
                    Map.of(
                        "park_ids", named(batch, "park_id").toArray(Long[]::new),
                        "park_keys", named(keyed, "source_key").toArray(String[]::new))));
  }

  private static Stream<Object> named(List<Line> batch, String bind) {
    return batch.stream().map(line -> line.binds().get(bind)).filter(Objects::nonNull).distinct();
  }

  private Uni<Void> upsertAll(
      SqlConnection connection,
      ImportKind kind,
      List<Line> batch,
      Effect effect,
      ImportTally tally) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(
            line ->
                upsert(connection, kind, line).invoke(row -> note(kind, line, row, effect, tally)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Row> upsert(SqlConnection connection, ImportKind kind, Line line) {
    Map<String, Object> binds = new HashMap<>(line.binds());
    binds.put("day_starts_at", config.dayStartsAt());
    binds.put("enough_rides_operating", config.enoughRidesOperating());
    Sql sql =
        switch (kind) {
          case PARKS -> UPSERT_PARK;
          case RIDES -> UPSERT_RIDE;
          case SCHEDULES -> UPSERT_SCHEDULE;
          case SNAPSHOTS -> throw new IllegalArgumentException("snapshots have their own way in");
        };
    return connection
        .preparedQuery(sql.statement())
        .execute(sql.bindFrom(binds))
        .map(rows -> rows.iterator().next());
  }

  private static void note(ImportKind kind, Line line, Row row, Effect effect, ImportTally tally) {
    switch (row.getString("outcome")) {
      case "inserted" -> tally.inserted();
      case "updated" -> tally.updated();
      case "unchanged" -> tally.unchanged();
      default -> tally.reject(line.number(), "the id or key belongs to another one");
    }
    if (!Set.of("inserted", "updated").contains(row.getString("outcome"))) {
      return;
    }
    effect.changed = true;
    if (kind == ImportKind.SCHEDULES) {
      effect.touched.add(range((Long) line.binds().get("park_id"), row));
    } else if (row.getBoolean("rebuild")) {
      effect.rebuild.add(
          kind == ImportKind.PARKS ? row.getLong("park_id") : (Long) line.binds().get("park_id"));
    }
  }

  private static Range range(long parkId, Row row) {
    return new Range(
        parkId,
        row.getOffsetDateTime("from_at").toInstant(),
        row.getOffsetDateTime("to_at").toInstant());
  }

  private Uni<Void> derive(SqlConnection connection, Effect effect) {
    Map<String, Object> parks = Map.of("park_ids", effect.rebuild.toArray(Long[]::new));
    return KEEP_IDS_AHEAD
        .on(connection, Map.of())
        .chain(() -> CLEAR_ROLLUPS.on(connection, parks))
        .invoke(rows -> rows.forEach(row -> effect.touched.add(range(row.getLong("park_id"), row))))
        .chain(() -> rollup.of(connection, effect.touched, null, null));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
