package app.marquee.parks;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.Sql;
import app.marquee.views.SourceChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The way in for snapshots: stores them and rolls them up in one transaction.
 *
 * <p>Rides must be known; snapshots of unknown ones are left out without a word, so callers check
 * first. A (ride, recorded_at) that is there already stays as it is. Order, repetition and lateness
 * do not matter to the outcome. After a commit that changed something, {@link SourceChanged} is
 * fired.
 */
@ApplicationScoped
public class SnapshotIngest {
  private static final int DEADLOCKS_SURVIVED = 5;
  private static final Sql PLAN_FOR_VALUES = Sql.of("parks/plan_for_values.sql");
  private static final Sql ENSURE_MONTHS = Sql.of("parks/ensure_months.sql");
  private static final Sql LOCK_PARKS = Sql.of("parks/lock_parks.sql");
  private static final Sql INSERT = Sql.of("parks/insert_snapshots.sql");

  private final Pool pool;
  private final Rollup rollup;
  private final ParksConfig config;
  private final Event<SourceChanged> changed;

  @Inject
  public SnapshotIngest(Pool pool, ParksConfig config, Event<SourceChanged> changed) {
    this.pool = pool;
    this.config = config;
    this.changed = changed;
    this.rollup = new Rollup(config);
  }

  /** One batch, one transaction. */
  public Uni<IngestReport> ingest(List<Snapshot> batch) {
    return ingest(Multi.createFrom().item(batch));
  }

  /**
   * Batches of some 5,000 to 20,000, inserted one after the other, then rolled up together, all in
   * one transaction. Whole cycles per batch and some 200,000 snapshots per transaction are
   * quickest. The batches are asked for anew should another transaction, taking the same parks in
   * another order, have stopped this one.
   */
  public Uni<IngestReport> ingest(Multi<List<Snapshot>> batches) {
    return pool.withTransaction(
            connection ->
                PLAN_FOR_VALUES
                    .on(connection, Map.of())
                    .chain(() -> insertAll(connection, batches))
                    .call(
                        written ->
                            written.inserted == 0
                                ? Uni.createFrom().voidItem()
                                : rollup.of(
                                    connection,
                                    written.touched,
                                    written.asOf,
                                    written.touched.from())))
        .onFailure(DatabaseFailure::isDeadlock)
        .retry()
        .atMost(DEADLOCKS_SURVIVED)
        .map(Written::report)
        .invoke(this::tell);
  }

  private void tell(IngestReport report) {
    if (report.inserted() > 0) {
      changed.fire(new SourceChanged(Rollup.SOURCE));
    }
  }

  private Uni<Written> insertAll(SqlConnection connection, Multi<List<Snapshot>> batches) {
    Written written = new Written();
    return batches
        .filter(batch -> !batch.isEmpty())
        .onItem()
        .transformToUniAndConcatenate(
            batch ->
                ENSURE_MONTHS
                    .on(connection, Map.of("months", months(batch)))
                    .chain(() -> LOCK_PARKS.on(connection, Map.of("ride_ids", rides(batch))))
                    .chain(() -> INSERT.on(connection, binds(batch)))
                    .invoke(rows -> written.add(batch.size(), rows)))
        .onItem()
        .ignoreAsUni()
        .replaceWith(written);
  }

  private static Long[] rides(List<Snapshot> batch) {
    return batch.stream().map(Snapshot::rideId).distinct().toArray(Long[]::new);
  }

  private static LocalDate[] months(List<Snapshot> batch) {
    return batch.stream()
        .map(s -> s.recordedAt().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1))
        .distinct()
        .toArray(LocalDate[]::new);
  }

  private Map<String, Object> binds(List<Snapshot> batch) {
    return Map.of(
        "ride_ids", batch.stream().map(Snapshot::rideId).toArray(Long[]::new),
        "recorded_at", batch.stream().map(Snapshot::recordedAt).toArray(Instant[]::new),
        "statuses", batch.stream().map(s -> text(s.status())).toArray(String[]::new),
        "stated", batch.stream().map(Snapshot::statusStated).toArray(Boolean[]::new),
        "open", batch.stream().map(Snapshot::open).toArray(Boolean[]::new),
        "waits", batch.stream().map(Snapshot::waitMinutes).toArray(Integer[]::new),
        "intervals", batch.stream().map(Snapshot::intervalMinutes).toArray(Integer[]::new),
        "day_starts_at", config.dayStartsAt(),
        "enough_rides_operating", config.enoughRidesOperating());
  }

  private static String text(RideStatus status) {
    return status == null ? null : status.name();
  }

  /** What the batches of one transaction have come to so far. */
  private static final class Written {
    private final TouchedHours touched = new TouchedHours();
    private long read;
    private long inserted;
    private Instant asOf;

    void add(int given, RowSet<Row> parkHours) {
      read += given;
      for (Row row : parkHours) {
        inserted += row.getLong("inserted");
        touched.add(row.getLong("park_id"), row.getOffsetDateTime("hour_start").toInstant());
        Instant newest = row.getOffsetDateTime("as_of").toInstant();
        asOf = asOf == null || newest.isAfter(asOf) ? newest : asOf;
      }
    }

    IngestReport report() {
      return new IngestReport(read, inserted, asOf);
    }
  }
}
