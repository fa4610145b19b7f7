package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.imports.ImportReport;
import app.marquee.parks.Directory.ParkEntry;
import app.marquee.parks.PushOutcome.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The way in for what a provider says of a park, named by the provider's own id.
 *
 * <p>Live answers are read as pushes are, places and schedules go in as imports do. Errors: {@link
 * FeedRefused} for an answer that cannot be taken; of a live one nothing is stored then.
 */
@ApplicationScoped
public class ParkFeeds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FAULTS_TOLD = 3;

  private final Pool pool;
  private final ParksConfig config;
  private final Clock clock;
  private final SnapshotIngest ingest;
  private final Importer importer;

  @Inject
  public ParkFeeds(
      Pool pool, ParksConfig config, Clock clock, SnapshotIngest ingest, Importer importer) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
    this.ingest = ingest;
    this.importer = importer;
  }

  public Uni<Boolean> knows(Provider provider, String ref) {
    return Directory.load(pool, provider, ref).map(directory -> directory.only().isPresent());
  }

  /** Adds a park from Queue-Times' list of all, where its company's group names the operator. */
  public Uni<Void> addQueueTimesPark(String ref, JsonNode parks) {
    return take(ImportKind.PARKS, () -> List.of(ProvidedPark.queueTimes(ref, parks)));
  }

  /** Adds a park from its entity at ThemeParks.wiki; its destination stands for the operator. */
  public Uni<Void> addWikiPark(String ref, JsonNode entity, JsonNode destinations) {
    return take(ImportKind.PARKS, () -> List.of(ProvidedPark.wiki(ref, entity, destinations)));
  }

  /** Adds those attractions among a park's entities at ThemeParks.wiki that it has not yet. */
  public Uni<Void> addWikiRides(String ref, JsonNode answer) {
    ObjectNode rides = JSON.createObjectNode();
    rides.set("liveData", answer.get("children"));
    return provided(Provider.THEMEPARKS_WIKI, ref)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(directory -> add(directory, read(rides, directory)));
  }

  /** Opening hours in ThemeParks.wiki's shape; good ones stay even if others are refused. */
  public Uni<Void> takeWikiSchedule(String ref, JsonNode answer) {
    return provided(Provider.THEMEPARKS_WIKI, ref)
        .chain(
            directory ->
                take(
                    ImportKind.SCHEDULES,
                    () -> ProvidedPark.schedule(park(directory).id(), answer)));
  }

  /**
   * The present state of a park's rides; rides not seen before are added first.
   *
   * @param minutes what the snapshots stand for
   */
  public Uni<IngestReport> takeLive(
      Provider provider, String ref, JsonNode answer, Instant recordedAt, int minutes) {
    return provided(provider, ref)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            known -> {
              ObjectNode push = push(answer, known, recordedAt, minutes);
              PushReader reader = read(push, known);
              return reader.newcomers().isEmpty()
                  ? Uni.createFrom().item(reader)
                  : add(known, reader)
                      .chain(() -> provided(provider, ref))
                      .emitOn(Infrastructure.getDefaultWorkerPool())
                      .map(grown -> read(push, grown));
            })
        .chain(reader -> ingest.ingest(accepted(reader)));
  }

  private Uni<Directory> provided(Provider provider, String ref) {
    return Directory.load(pool, provider, ref);
  }

  private static ParkEntry park(Directory directory) {
    return directory.only().orElseThrow(() -> new FeedRefused("the park is not known"));
  }

  private static ObjectNode push(
      JsonNode answer, Directory directory, Instant recordedAt, int minutes) {
    if (!answer.isObject()) {
      throw new FeedRefused("the answer is not an object");
    }
    return ((ObjectNode) answer)
        .put("park_id", park(directory).id())
        .put("recorded_at", recordedAt.toString())
        .put("interval_minutes", minutes);
  }

  private PushReader read(ObjectNode push, Directory directory) {
    PushReader reader = new PushReader(config, clock, directory);
    reader.read(push.put("park_id", park(directory).id()));
    return reader;
  }

  private static List<Snapshot> accepted(PushReader reader) {
    if (!reader.faults().isEmpty()) {
      throw new FeedRefused(
          reader.faults().stream()
              .limit(FAULTS_TOLD)
              .map(ParkFeeds::told)
              .collect(Collectors.joining("; ")));
    }
    return reader.snapshots();
  }

  private static String told(Fault fault) {
    return fault.index() == null ? fault.reason() : "ride " + fault.index() + ": " + fault.reason();
  }

  private Uni<Void> add(Directory directory, PushReader reader) {
    List<ObjectNode> rides =
        reader.newcomers().stream()
            .map(newcomer -> ProvidedPark.ride(park(directory).id(), newcomer))
            .toList();
    return rides.isEmpty() ? Uni.createFrom().voidItem() : take(ImportKind.RIDES, () -> rides);
  }

  /** Lines of an import, or why there can be none. */
  private interface Rows {
    List<ObjectNode> read() throws BadLine;
  }

  private Uni<Void> take(ImportKind kind, Rows rows) {
    return Uni.createFrom()
        .item(() -> lines(rows))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            lines ->
                importer.run(
                    kind, new ByteArrayInputStream(lines), new Importer.Options(Map.of(), null)))
        .invoke(ParkFeeds::refuseRejected)
        .replaceWithVoid();
  }

  private static byte[] lines(Rows rows) {
    try {
      return rows.read().stream()
          .map(ObjectNode::toString)
          .collect(Collectors.joining("\n"))
          .getBytes(StandardCharsets.UTF_8);
    } catch (BadLine e) {
      throw new FeedRefused(e.getMessage());
    }
  }

  private static void refuseRejected(ImportReport report) {
    if (!report.errors().isEmpty()) {
      throw new FeedRefused(
          report.errors().stream()
              .limit(FAULTS_TOLD)
              .map(ImportReport.Rejected::reason)
              .collect(Collectors.joining("; ")));
    }
  }
}
