package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.imports.ImportFile;
import app.marquee.imports.Lines;
import app.marquee.parks.PushOutcome.Accepted;
import app.marquee.parks.PushOutcome.Fault;
import app.marquee.parks.PushOutcome.Rejected;
import app.marquee.parks.PushOutcome.Unreadable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes pushed snapshots: all of a body, or nothing of it. */
@ApplicationScoped
public class SnapshotPush {
  private static final int FAULTS_TOLD = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Pool pool;
  private final ParksConfig config;
  private final Clock clock;
  private final SnapshotIngest ingest;

  @Inject
  public SnapshotPush(Pool pool, ParksConfig config, Clock clock, SnapshotIngest ingest) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
    this.ingest = ingest;
  }

  /** What a body was read as, before anything is stored. */
  private record Parsed(PushOutcome refused, List<Snapshot> snapshots, long corrected) {}

  /** One park at one instant, in a provider's shape. */
  public Uni<PushOutcome> json(byte[] body) {
    return take(directory -> readJson(body, directory));
  }

  /** Flat rows, one JSON object per line. */
  public Uni<PushOutcome> ndjson(byte[] body) {
    return take(directory -> readLines(body, directory));
  }

  private Uni<PushOutcome> take(Function<Directory, Parsed> read) {
    return Directory.load(pool)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(read)
        .chain(
            parsed ->
                parsed.refused() != null
                    ? Uni.createFrom().item(parsed.refused())
                    : ingest
                        .ingest(parsed.snapshots())
                        .map(report -> new Accepted(report, parsed.corrected())));
  }

  private Parsed readJson(byte[] body, Directory directory) {
    JsonNode push;
    try {
      push = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return unreadable("is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return unreadable(e.getMessage());
    }
    if (push == null || !push.isObject()) {
      return unreadable("is not a JSON object");
    }
    PushReader reader = new PushReader(config, clock, directory);
    reader.read(push);
    return parsed(reader.faults(), reader.snapshots(), reader.corrected());
  }

  private Parsed readLines(byte[] body, Directory directory) {
    SnapshotLine reader = new SnapshotLine(directory, config, clock, config.intervalMinutes());
    List<Snapshot> snapshots = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    long corrected = 0;
    try {
      Lines lines =
          ImportFile.ndjson(new ByteArrayInputStream(body), ImportKind.SNAPSHOTS.columns());
      for (boolean more = true; more; ) {
        try {
          Fields fields = lines.next();
          more = fields != null;
          if (more) {
            snapshots.add(reader.read(fields));
            corrected += SnapshotLine.corrected(fields) ? 1 : 0;
          }
        } catch (BadLine e) {
          faults.add(new Fault((int) lines.line() - 1, null, e.field(), e.getMessage()));
        }
      }
    } catch (IOException e) {
      return unreadable(e.getMessage());
    }
    if (faults.isEmpty() && snapshots.isEmpty()) {
      faults.add(new Fault(null, null, null, "there is no snapshot in it"));
    }
    return parsed(faults, snapshots, corrected);
  }

  private static Parsed parsed(List<Fault> faults, List<Snapshot> snapshots, long corrected) {
    if (faults.isEmpty()) {
      return new Parsed(null, snapshots, corrected);
    }
    List<Fault> told = faults.subList(0, Math.min(faults.size(), FAULTS_TOLD));
    return new Parsed(new Rejected(List.copyOf(told)), List.of(), 0);
  }

  private static Parsed unreadable(String reason) {
    return new Parsed(new Unreadable(reason), List.of(), 0);
  }
}
