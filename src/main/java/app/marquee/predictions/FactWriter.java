package app.marquee.predictions;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.Sql;
import app.marquee.imports.ImportTally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes batches of facts, each in a transaction of its own, and counts what became of the lines.
 */
final class FactWriter {
  /** Why the lines of a batch are not there that the database did not take. */
  static final String NOT_KEPT = "not kept: the database failed";

  private static final Sql LOCK = Sql.of("predictions/lock_films.sql");
  private static final Sql PLAN_FOR_VALUES = Sql.of("predictions/plan_for_values.sql");
  private static final Sql TOUCHED = Sql.of("predictions/touched_decades.sql");
  private static final Sql BUMP = Sql.of("predictions/bump_source_version.sql");
  private static final String UNCHANGED = "unchanged";
  private static final String REJECTED = "rejected";

  private final Pool pool;
  private final PredictionsConfig config;
  private final Clock clock;

  FactWriter(Pool pool, PredictionsConfig config, Clock clock) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /** What became of a line: of all its facts together. */
  private record Fate(String outcome, String reason) {

    /** New or unchanged if all its facts are, rejected if one is, else updated. */
    Fate and(Fate other) {
      if (outcome.equals(REJECTED) || outcome.equals(other.outcome)) {
        return this;
      }
      return other.outcome.equals(REJECTED) ? other : new Fate("updated", null);
    }
  }

  /** False if the database failed: then nothing of the batch is kept, and the tally says so. */
  boolean write(FactBatch batch, ImportTally tally) {
    if (batch.facts().isEmpty()) {
      return true;
    }
    Optional<RowSet<Row>> outcomes =
        inTransaction(batch)
            .map(Optional::of)
            .ifNoItem()
            .after(config.transactionWithin())
            .fail()
            .onFailure(DatabaseFailure::is)
            .recoverWithItem(
                failure -> {
                  giveUp(batch, tally, failure);
                  return Optional.empty();
                })
            .await()
            .indefinitely();
    outcomes.ifPresent(rows -> count(batch, rows, tally));
    batch.clear();
    return outcomes.isPresent();
  }

  private static void giveUp(FactBatch batch, ImportTally tally, Throwable failure) {
    batch.lines().stream().distinct().forEach(line -> tally.reject(line, NOT_KEPT));
    long first = batch.lines().get(0);
    tally.breakOff(first, "from this line on nothing is kept: " + failure.getMessage());
  }

  private Uni<RowSet<Row>> inTransaction(FactBatch batch) {
    Map<String, Object> binds = new HashMap<>(batch.table().binds(batch.facts()));
    binds.put("now", clock.instant());
    return pool.withTransaction(
        connection ->
            LOCK.on(connection, Map.of())
                .chain(() -> PLAN_FOR_VALUES.on(connection, Map.of()))
                .chain(() -> steps(connection, batch.table().steps(), binds))
                .call(
                    rows ->
                        changed(rows)
                            ? bump(connection, batch.table(), binds)
                            : Uni.createFrom().voidItem()));
  }

  /** What is not shown touches no decade until it is scored, and the scoring tells which. */
  private static Uni<RowSet<Row>> bump(
      SqlConnection connection, FactTable table, Map<String, Object> binds) {
    return table.isShown()
        ? connection
            .preparedQuery(TOUCHED.statement())
            .execute(TOUCHED.bindFrom(binds))
            .map(rows -> rows.iterator().next().getArrayOfStrings("parts"))
            .chain(parts -> BUMP.on(connection, Map.of("parts", parts)))
        : BUMP.on(connection, Map.of("parts", new String[0]));
  }

  private static Uni<RowSet<Row>> steps(
      SqlConnection connection, List<Sql> steps, Map<String, Object> binds) {
    Uni<RowSet<Row>> done = Uni.createFrom().nullItem();
    for (Sql step : steps) {
      done =
          done.chain(
              () -> connection.preparedQuery(step.statement()).execute(step.bindFrom(binds)));
    }
    return done;
  }

  private static boolean changed(RowSet<Row> outcomes) {
    for (Row row : outcomes) {
      String outcome = row.getString("outcome");
      if (!outcome.equals(UNCHANGED) && !outcome.equals(REJECTED)) {
        return true;
      }
    }
    return false;
  }

  private static void count(FactBatch batch, RowSet<Row> outcomes, ImportTally tally) {
    Map<Long, Fate> fates = new LinkedHashMap<>();
    for (Row row : outcomes) {
      long line = batch.lines().get(row.getLong("position").intValue() - 1);
      fates.merge(line, new Fate(row.getString("outcome"), row.getString("reason")), Fate::and);
    }
    fates.forEach(
        (line, fate) -> {
          switch (fate.outcome()) {
            case "inserted" -> tally.inserted();
            case "updated" -> tally.updated();
            case REJECTED -> tally.reject(line, fate.reason());
            default -> tally.unchanged();
          }
        });
  }
}
