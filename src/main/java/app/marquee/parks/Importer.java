package app.marquee.parks;

import app.marquee.db.Sql;
import app.marquee.views.ImportReport;
import app.marquee.views.SourceChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes in files of parks, rides, schedules and snapshots, however long.
 *
 * <p>A file is read on a worker thread and written batch by batch, each in its own transaction: bad
 * lines are reported and the good ones kept; one that breaks off keeps what came before. Nothing is
 * ever held of a file but its current batch.
 */
@ApplicationScoped
public class Importer {
  private static final Sql ANALYZE_PLACES = Sql.of("parks/analyze_places.sql");
  private static final int PLACES_PER_TRANSACTION = 500;
  private static final int SNAPSHOTS_PER_BATCH = 10_000;
  private static final int SNAPSHOTS_PER_TRANSACTION = 60_000;

  /**
   * How to read a file.
   *
   * @param renamed our column for theirs
   * @param intervalMinutes what a snapshot stands for that does not say; null for the configured
   */
  public record Options(Map<String, String> renamed, Integer intervalMinutes) {}

  private final Pool pool;
  private final ParksConfig config;
  private final Clock clock;
  private final SnapshotIngest ingest;
  private final PlaceImport places;
  private final ParkZones zones;
  private final Event<SourceChanged> changed;

  @Inject
  public Importer(
      Pool pool,
      ParksConfig config,
      Clock clock,
      SnapshotIngest ingest,
      ParkZones zones,
      Event<SourceChanged> changed) {
    this.pool = pool;
    this.config = config;
    this.clock = clock;
    this.ingest = ingest;
    this.zones = zones;
    this.changed = changed;
    this.places = new PlaceImport(pool, config);
  }

  /** The caller closes the file. Errors: those of the database; what was committed before stays. */
  public Uni<ImportReport> run(ImportKind kind, InputStream file, Options options) {
    return Directory.load(pool)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(directory -> read(kind, file, options, directory))
        .call(
            report ->
                kind == ImportKind.SNAPSHOTS || report.inserted() == 0
                    ? Uni.createFrom().voidItem()
                    : ANALYZE_PLACES.on(pool, Map.of()));
  }

  private ImportReport read(
      ImportKind kind, InputStream file, Options options, Directory directory) {
    ImportTally tally = new ImportTally();
    Lines lines;
    try {
      lines = ImportFile.open(file, kind, options.renamed());
    } catch (IOException e) {
      tally.breakOff(0, "unreadable: " + e.getMessage());
      return tally.report(Set.of());
    }
    if (kind == ImportKind.SNAPSHOTS) {
      readSnapshots(lines, options, directory, tally);
    } else {
      readPlaces(kind, lines, directory, tally);
    }
    return tally.report(lines.unknownColumns());
  }

  private void readSnapshots(Lines lines, Options options, Directory directory, ImportTally tally) {
    int interval =
        options.intervalMinutes() == null ? config.intervalMinutes() : options.intervalMinutes();
    SnapshotLine reader = new SnapshotLine(directory, config, clock, interval);
    List<Snapshot> batch = new ArrayList<>();
    while (next(
        lines,
        tally,
        fields -> {
          batch.add(reader.read(fields));
          if (SnapshotLine.corrected(fields)) {
            tally.corrected();
          }
        })) {
      if (batch.size() == SNAPSHOTS_PER_TRANSACTION) {
        write(batch, tally);
      }
    }
    write(batch, tally);
  }

  private void write(List<Snapshot> batch, ImportTally tally) {
    if (batch.isEmpty()) {
      return;
    }
    List<List<Snapshot>> parts = new ArrayList<>();
    for (int from = 0; from < batch.size(); from += SNAPSHOTS_PER_BATCH) {
      parts.add(batch.subList(from, Math.min(batch.size(), from + SNAPSHOTS_PER_BATCH)));
    }
    tally.add(
        ingest
            .ingest(Multi.createFrom().iterable(parts))
            .await()
            .atMost(config.importTransactionWithin()));
    batch.clear();
  }

  private void readPlaces(ImportKind kind, Lines lines, Directory directory, ImportTally tally) {
    List<PlaceImport.Line> batch = new ArrayList<>();
    while (next(
        lines,
        tally,
        fields -> batch.add(new PlaceImport.Line(fields.line(), binds(kind, fields, directory))))) {
      if (batch.size() == PLACES_PER_TRANSACTION) {
        write(kind, batch, tally);
      }
    }
    write(kind, batch, tally);
  }

  private void write(ImportKind kind, List<PlaceImport.Line> batch, ImportTally tally) {
    if (batch.isEmpty()) {
      return;
    }
    boolean written =
        places.write(kind, batch, tally).await().atMost(config.importTransactionWithin());
    if (written) {
      zones.forget();
      changed.fire(new SourceChanged(Rollup.SOURCE));
    }
    batch.clear();
  }

  private static Map<String, Object> binds(ImportKind kind, Fields fields, Directory directory)
      throws BadLine {
    return switch (kind) {
      case PARKS -> PlaceLines.park(fields);
      case RIDES -> PlaceLines.ride(fields, directory);
      case SCHEDULES -> PlaceLines.schedule(fields, directory);
      case SNAPSHOTS -> throw new IllegalArgumentException("snapshots have their own way in");
    };
  }

  /** Takes a line, or says why not. */
  private interface Taker {
    void take(Fields fields) throws BadLine;
  }

  /** False at the end of the file, or where it breaks off. */
  private static boolean next(Lines lines, ImportTally tally, Taker taker) {
    Fields fields = null;
    try {
      fields = lines.next();
      if (fields == null) {
        return false;
      }
      taker.take(fields);
    } catch (BadLine e) {
      tally.reject(fields == null ? lines.line() : fields.line(), e.getMessage());
    } catch (IOException e) {
      tally.breakOff(lines.line(), "the file breaks off after this line: " + e.getMessage());
      return false;
    }
    tally.read();
    return true;
  }
}
