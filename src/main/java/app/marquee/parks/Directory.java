package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every park and ride by id and key, as they stood when it was read. */
final class Directory {
  private static final Sql PARKS = Sql.of("parks/list_parks.sql");
  private static final Sql RIDES = Sql.of("parks/list_rides.sql");
  private static final Sql PROVIDED_PARK = Sql.of("parks/find_provided_park.sql");
  private static final Sql PROVIDED_RIDES = Sql.of("parks/list_provided_rides.sql");

  record ParkEntry(long id, String key, ZoneId zone) {}

  record RideEntry(long id, ParkEntry park) {}

  private final Map<Long, ParkEntry> parks = new HashMap<>();
  private final Map<String, ParkEntry> parksByKey = new HashMap<>();
  private final Map<Long, RideEntry> rides = new HashMap<>();
  private final Map<Long, Map<String, RideEntry>> ridesByKey = new HashMap<>();
  private final Map<Long, Map<Long, RideEntry>> ridesByQueueTimesId = new HashMap<>();
  private final Map<Long, Map<String, RideEntry>> ridesByWikiId = new HashMap<>();

  private ClosedMonths closed;

  private Directory() {}

  static Uni<Directory> load(SqlClient client) {
    Directory directory = new Directory();
    return PARKS
        .on(client, Map.of())
        .invoke(rows -> rows.forEach(directory::addPark))
        .chain(() -> RIDES.on(client, Map.of()))
        .invoke(rows -> rows.forEach(directory::addRide))
        .chain(() -> ClosedMonths.load(client))
        .invoke(closed -> directory.closed = closed)
        .replaceWith(directory);
  }

  /** Only the park a provider names by its own id, and its rides; empty if there is none. */
  static Uni<Directory> load(SqlClient client, Provider provider, String ref) {
    Directory directory = new Directory();
    return PROVIDED_PARK
        .on(client, provider.binds(ref))
        .invoke(rows -> rows.forEach(directory::addPark))
        .chain(() -> PROVIDED_RIDES.on(client, Map.of("park_ids", directory.ids())))
        .invoke(rows -> rows.forEach(directory::addRide))
        .chain(() -> ClosedMonths.load(client))
        .invoke(closed -> directory.closed = closed)
        .replaceWith(directory);
  }

  private Long[] ids() {
    return parks.keySet().toArray(Long[]::new);
  }

  /** The park it was loaded for. */
  Optional<ParkEntry> only() {
    return parks.values().stream().findFirst();
  }

  private void addPark(Row row) {
    ParkEntry park =
        new ParkEntry(
            row.getLong("park_id"),
            row.getString("source_key"),
            ZoneId.of(row.getString("timezone")));
    parks.put(park.id(), park);
    if (park.key() != null) {
      parksByKey.put(park.key(), park);
    }
  }

  private void addRide(Row row) {
    RideEntry ride = new RideEntry(row.getLong("ride_id"), parks.get(row.getLong("park_id")));
    rides.put(ride.id(), ride);
    index(ridesByKey, row.getString("source_key"), ride);
    index(ridesByQueueTimesId, row.getLong("queue_times_id"), ride);
    index(ridesByWikiId, row.getString("themeparks_wiki_id"), ride);
  }

  // Rides come by id, so of two that share a provider's id the older one keeps it.
  private static <K> void index(Map<Long, Map<K, RideEntry>> index, K key, RideEntry ride) {
    if (key != null) {
      index.computeIfAbsent(ride.park().id(), id -> new HashMap<>()).putIfAbsent(key, ride);
    }
  }

  Optional<RideEntry> rideOfQueueTimes(ParkEntry park, long id) {
    return Optional.ofNullable(ridesByQueueTimesId.getOrDefault(park.id(), Map.of()).get(id));
  }

  Optional<RideEntry> rideOfWiki(ParkEntry park, String id) {
    return Optional.ofNullable(ridesByWikiId.getOrDefault(park.id(), Map.of()).get(id));
  }

  /** Errors: of a month whose snapshots were pruned. */
  void refuseClosed(Instant recordedAt) throws BadLine {
    closed.refuse(recordedAt);
  }

  /** The park a line names by {@code park_id} or {@code park_key}. */
  ParkEntry park(Fields fields) throws BadLine {
    Long id = fields.integer("park_id");
    String key = fields.text("park_key");
    if (id == null && key == null) {
      throw new BadLine("park_id", "park_id or park_key is missing");
    }
    ParkEntry park = id != null ? parks.get(id) : parksByKey.get(key);
    if (park == null) {
      throw new BadLine("park_id", "unknown park " + (id != null ? id : "'" + key + "'"));
    }
    return park;
  }

  /** The ride a line names by {@code ride_id}, or by {@code ride_key} and its park. */
  RideEntry ride(Fields fields) throws BadLine {
    Long id = fields.integer("ride_id");
    if (id != null) {
      RideEntry ride = rides.get(id);
      if (ride == null) {
        throw new BadLine("ride_id", "unknown ride " + id);
      }
      return ride;
    }
    String key = fields.text("ride_key");
    if (key == null) {
      throw new BadLine("ride_id", "ride_id or ride_key is missing");
    }
    ParkEntry park = park(fields);
    RideEntry ride = ridesByKey.getOrDefault(park.id(), Map.of()).get(key);
    if (ride == null) {
      throw new BadLine("ride_key", "unknown ride '" + key + "' of park " + park.id());
    }
    return ride;
  }
}
