package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.parks.Directory.ParkEntry;
import app.marquee.parks.Directory.RideEntry;
import app.marquee.parks.PushOutcome.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One park's rides at one instant, in either provider's shape or flat, ride by ride.
 *
 * <p>Queue-Times: {@code {id, name, is_open, wait_time, last_updated}} in {@code rides} and {@code
 * lands[].rides}. ThemeParks.wiki: {@code {id, entityType, status, queue: {STANDBY: {waitTime}}}}
 * in {@code liveData} or {@code rides}. Flat: {@code {ride_id | ride_key, status, is_open,
 * wait_time}}. Further members are tolerated.
 */
final class PushReader {
  private static final String ATTRACTION = "ATTRACTION";

  private final ParksConfig config;
  private final Clock clock;
  private final Directory directory;
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Newcomer> newcomers = new ArrayList<>();
  private long corrected;
  private int index;
  private String land;

  private String parkName;
  private ParkEntry park;
  private Instant recordedAt;
  private int interval;

  /**
   * A ride the provider names that the park has not.
   *
   * @param land null when the provider names none
   */
  record Newcomer(Provider provider, String id, String name, String land) {}

  PushReader(ParksConfig config, Clock clock, Directory directory) {
    this.config = config;
    this.clock = clock;
    this.directory = directory;
  }

  List<Snapshot> snapshots() {
    return snapshots;
  }

  List<Fault> faults() {
    return faults;
  }

  /** The reason of a fault each, until somebody adds them. */
  List<Newcomer> newcomers() {
    return newcomers;
  }

  long corrected() {
    return corrected;
  }

  void read(JsonNode push) {
    parkName =
        push.hasNonNull("park_id")
            ? push.get("park_id").asText()
            : push.path("park_key").asText(null);
    JsonFields fields = new JsonFields(push);
    try {
      park = directory.park(new Fields(0, name -> push.path(name).asText(null)));
      Instant given = fields.instant("recorded_at");
      recordedAt = given == null ? clock.instant() : given;
      SnapshotLine.checkTime(recordedAt, config, clock);
      directory.refuseClosed(recordedAt);
      Integer minutes = fields.integer("interval_minutes");
      interval = minutes == null ? config.intervalMinutes() : SnapshotLine.checkInterval(minutes);
      fields.array("rides").forEach(this::ride);
      for (JsonNode one : fields.array("lands")) {
        land = new JsonFields(one).text("name");
        new JsonFields(one).array("rides").forEach(this::ride);
      }
      land = null;
      fields.array("liveData").forEach(this::ride);
      // An empty list is an answer: a park out of season has no ride to tell of.
      if (Stream.of("rides", "lands", "liveData").noneMatch(push::has)) {
        throw new BadLine("rides", "neither rides nor lands nor liveData is given");
      }
    } catch (BadLine e) {
      faults.add(new Fault(null, parkName, e.field(), e.getMessage()));
    }
  }

  private void ride(JsonNode node) {
    JsonFields ride = new JsonFields(node);
    try {
      if (!node.isObject()) {
        throw new BadLine("is not an object");
      }
      if (ride.has("ride_id") || ride.has("ride_key")) {
        flat(node, ride);
      } else if (ride.has("entityType") || ride.has("queue") || ride.has("status")) {
        wiki(ride);
      } else {
        queueTimes(ride);
      }
    } catch (BadLine e) {
      faults.add(new Fault(index, parkName, e.field(), e.getMessage()));
    }
    index++;
  }

  private void flat(JsonNode node, JsonFields ride) throws BadLine {
    RideEntry found =
        directory.ride(
            new Fields(
                index,
                name ->
                    name.equals("park_id")
                        ? String.valueOf(park.id())
                        : node.path(name).asText(null)));
    if (found.park().id() != park.id()) {
      throw new BadLine("ride_id", "ride " + found.id() + " is not of park " + park.id());
    }
    add(found, ride.text("status"), ride.flag("is_open"), ride.integer("wait_time"));
  }

  private void wiki(JsonFields ride) throws BadLine {
    String type = ride.text("entityType");
    if (type != null && !type.equals(ATTRACTION)) {
      return;
    }
    String id = ride.text("id");
    RideEntry found = directory.rideOfWiki(park, id).orElse(null);
    if (found == null) {
      meet(Provider.THEMEPARKS_WIKI, id, ride);
      throw new BadLine("id", "unknown ThemeParks.wiki ride '" + id + "'");
    }
    JsonFields queue = ride.object("queue");
    JsonFields standby = queue == null ? null : queue.object("STANDBY");
    add(found, ride.text("status"), null, standby == null ? null : standby.integer("waitTime"));
  }

  private void queueTimes(JsonFields ride) throws BadLine {
    String name = ride.text("name");
    if (name != null && RideNames.singleRider(name)) {
      return;
    }
    Integer id = ride.integer("id");
    RideEntry found = id == null ? null : directory.rideOfQueueTimes(park, id).orElse(null);
    if (found == null) {
      meet(Provider.QUEUE_TIMES, id, ride);
      throw new BadLine("id", "unknown Queue-Times ride " + id);
    }
    Boolean open = ride.flag("is_open");
    Integer wait = ride.integer("wait_time");
    Instant updated = ride.instant("last_updated");
    boolean stale =
        updated != null && updated.isBefore(recordedAt.minus(config.queueTimesStaleAfter()));
    add(found, null, stale ? Boolean.FALSE : open, stale ? Integer.valueOf(0) : wait);
  }

  private void meet(Provider provider, Object id, JsonFields ride) throws BadLine {
    String name = ride.text("name");
    if (id != null && name != null) {
      newcomers.add(new Newcomer(provider, id.toString(), name, land));
    }
  }

  private void add(RideEntry ride, String status, Boolean open, Integer wait) {
    snapshots.add(Snapshot.observed(ride.id(), recordedAt, status, open, wait, interval));
    if (wait != null && wait < 0) {
      corrected++;
    }
  }
}
