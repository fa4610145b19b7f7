package app.marquee.demo;

import app.marquee.db.Sql;
import app.marquee.parks.Snapshot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database knows of the demo parks: their rides' ids and how far each ride's history goes.
 */
final class DemoHistory {
  private static final Sql KNOWN_RIDES = Sql.of("demo/known_rides.sql");

  private final Map<RideKey, Known> rides;

  private DemoHistory(Map<RideKey, Known> rides) {
    this.rides = rides;
  }

  static Uni<DemoHistory> find(Pool pool, List<DemoPark> parks) {
    String[] keys = parks.stream().map(DemoPark::key).toArray(String[]::new);
    return pool.preparedQuery(KNOWN_RIDES.statement())
        .execute(KNOWN_RIDES.bind(Map.of("park_keys", keys)))
        .map(DemoHistory::read);
  }

  private static DemoHistory read(RowSet<Row> rows) {
    Map<RideKey, Known> rides = new HashMap<>();
    for (Row row : rows) {
      OffsetDateTime newest = row.getOffsetDateTime("newest");
      rides.put(
          new RideKey(row.getString("park_key"), row.getString("ride_key")),
          new Known(row.getLong("ride_id"), newest == null ? Instant.MIN : newest.toInstant()));
    }
    return new DemoHistory(rides);
  }

  /** The newest slot all rides of the park have, if they all have one. */
  Optional<Slot> newest(DemoPark park) {
    return park.rides().stream()
        .map(ride -> known(park, ride).newest())
        .min(Comparator.naturalOrder())
        .filter(newest -> newest.isAfter(Instant.MIN))
        .map(Slot::at);
  }

  /** What was told, as the parks feature takes it in. */
  List<Snapshot> snapshots(Stretch stretch) {
    return stretch.told().stream().map(this::snapshot).toList();
  }

  private Snapshot snapshot(Stretch.RideSnapshot told) {
    DemoSnapshot said = told.snapshot();
    return Snapshot.observed(
        known(told.park(), told.ride()).id(),
        said.slot().start(),
        said.status(),
        said.open(),
        said.waitMinutes(),
        Slot.MINUTES);
  }

  private Known known(DemoPark park, DemoRide ride) {
    return rides.get(new RideKey(park.key(), ride.key()));
  }

  private record RideKey(String park, String ride) {}

  private record Known(long id, Instant newest) {}
}
