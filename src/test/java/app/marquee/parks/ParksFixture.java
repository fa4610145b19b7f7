package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.imports.ImportReport;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.SourceChanged;
import app.marquee.views.View;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parks, rides and facts in a database of their own, written as briefly as a test needs. */
final class ParksFixture {
  static final ParksConfig CONFIG =
      new SmallRyeConfigBuilder()
          .withMapping(ParksConfig.class)
          .build()
          .getConfigMapping(ParksConfig.class);

  private final TestDatabase database;
  private final List<SourceChanged> changes = new ArrayList<>();
  private final SnapshotIngest ingest;

  ParksFixture(TestDatabase database) {
    this.database = database;
    this.ingest = new SnapshotIngest(database.pool(), CONFIG, new RecordedEvents<>(changes));
    run("parkstest/empty_facts.sql", Map.of());
  }

  SnapshotIngest ingest() {
    return ingest;
  }

  /** What has been fired after commits. */
  List<SourceChanged> changes() {
    return changes;
  }

  void park(long id, String zone, String downRule) {
    park(id, zone, downRule, false, null);
  }

  void park(long id, String zone, String downRule, boolean disney, Long queueTimesId) {
    Map<String, Object> values = new HashMap<>();
    values.put("park_id", id);
    values.put("source_key", "park-" + id);
    values.put("queue_times_id", queueTimesId);
    values.put("themeparks_wiki_id", "wiki-" + id);
    values.put("name", "Park " + id);
    values.put("city", "City " + id);
    values.put("state_province", "ST");
    values.put("timezone", zone);
    values.put("is_disney", disney);
    values.put("is_universal", false);
    values.put("down_rule", downRule);
    run("parkstest/add_park.sql", values);
  }

  void ride(long id, long parkId, Integer tier) {
    ride(id, parkId, tier, "ATTRACTION", true);
  }

  void ride(long id, long parkId, Integer tier, String category, boolean active) {
    Map<String, Object> values = new HashMap<>();
    values.put("ride_id", id);
    values.put("park_id", parkId);
    values.put("source_key", "ride-" + id);
    values.put("queue_times_id", id * 10);
    values.put("themeparks_wiki_id", "wiki-ride-" + id);
    values.put("name", "Ride " + id);
    values.put("category", category);
    values.put("tier", tier == null ? null : tier.shortValue());
    values.put("is_active", active);
    run("parkstest/add_ride.sql", values);
  }

  void schedule(long parkId, String date, String type, String opening, String closing) {
    Map<String, Object> values = new HashMap<>();
    values.put("park_id", parkId);
    values.put("date", LocalDate.parse(date));
    values.put("type", type);
    values.put("opening_time", opening == null ? null : Instant.parse(opening));
    values.put("closing_time", closing == null ? null : Instant.parse(closing));
    run("parkstest/add_schedule.sql", values);
  }

  /** Takes in a file as if the clock stood at {@code now}. */
  ImportReport importFile(ImportKind kind, InputStream file, Importer.Options options, String now) {
    Importer importer =
        new Importer(
            database.pool(),
            CONFIG,
            new ManualClock(Instant.parse(now)),
            ingest,
            new ParkZones(database.pool()),
            new RecordedEvents<>(changes));
    return importer.run(kind, file, options).await().indefinitely();
  }

  IngestReport ingest(List<Snapshot> snapshots) {
    return ingest.ingest(snapshots).await().indefinitely();
  }

  /** The document of one key as it would be built at {@code now}. */
  JsonNode document(View view, String period, String filter, String now) {
    return built(view, period, filter, null, now).orElseThrow();
  }

  /** The document of one entity, if there is one. */
  Optional<JsonNode> detail(View view, String period, long id, String now) {
    return built(view, period, null, id, now);
  }

  private Optional<JsonNode> built(View view, String period, String filter, Long id, String now) {
    Map<String, Object> binds = new HashMap<>(new ParkViews(CONFIG, null, null).binds());
    binds.putAll(view.binds());
    binds.put("now", Instant.parse(now));
    binds.put("period", period);
    binds.put("filter", filter);
    binds.put("id", id);
    RowSet<Row> rows =
        database
            .pool()
            .preparedQuery(view.sql().statement())
            .executeAndAwait(view.sql().bindFrom(binds));
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(read(rows.iterator().next().getString("document")));
  }

  private static JsonNode read(String document) {
    try {
      return new ObjectMapper().readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything the ingest derives, as text. */
  String tables() {
    return one("parkstest/tables.sql", Map.of()).getString("tables");
  }

  Row one(String file, Map<String, ?> binds) {
    return run(file, binds).iterator().next();
  }

  RowSet<Row> run(String file, Map<String, ?> binds) {
    Sql sql = Sql.of(file);
    return database.pool().preparedQuery(sql.statement()).executeAndAwait(sql.bind(binds));
  }

  /**
   * Snapshots of one ride every ten minutes from {@code start}: {@code o} operating, {@code w}
   * operating with a wait of 30, {@code d} stated DOWN, {@code c} stated CLOSED, {@code r}
   * refurbishment, {@code f} a flag-only feed's closed, {@code .} none.
   */
  static List<Snapshot> feed(long rideId, String start, String letters) {
    return feed(rideId, start, 10, letters);
  }

  static List<Snapshot> feed(long rideId, String start, int interval, String letters) {
    List<Snapshot> feed = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      Instant at = Instant.parse(start).plusSeconds(60L * interval * i);
      if (letters.charAt(i) != '.') {
        feed.add(said(rideId, at, letters.charAt(i), interval));
      }
    }
    return feed;
  }

  static Snapshot said(long rideId, Instant at, char letter, int interval) {
    return switch (letter) {
      case 'o' -> Snapshot.observed(rideId, at, "OPERATING", true, 0, interval);
      case 'w' -> Snapshot.observed(rideId, at, "OPERATING", true, 30, interval);
      case 'd' -> Snapshot.observed(rideId, at, "DOWN", false, null, interval);
      case 'c' -> Snapshot.observed(rideId, at, "CLOSED", false, null, interval);
      case 'r' -> Snapshot.observed(rideId, at, "REFURBISHMENT", false, null, interval);
      case 'f' -> Snapshot.observed(rideId, at, null, false, 0, interval);
      default -> throw new IllegalArgumentException("no such letter: " + letter);
    };
  }
}
