package app.marquee.demo;

import app.marquee.db.DatabaseConfig;
import app.marquee.parks.IngestReport;
import app.marquee.parks.Snapshot;
import app.marquee.parks.SnapshotIngest;
import app.marquee.views.Preparation;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes what the demo parks' feeds have told up to now into the database, as if it had been
 * collected.
 *
 * <p>It asks the database how far each park's history goes and adds the rest, in order of time and
 * in transactions of their own: an interrupted load goes on where it was, a second one adds
 * nothing. Nothing is written to an external database.
 */
@ApplicationScoped
public class DemoLoader implements Preparation {
  private static final Logger LOG = Logger.getLogger(DemoLoader.class);
  // What the ingest likes best: more gains nothing, less pays for more rollups.
  private static final int SNAPSHOTS_PER_TRANSACTION = 200_000;
  private static final int SNAPSHOTS_PER_BATCH = 20_000;
  private static final int PARKS_AT_ONCE = 2;

  private final DemoConfig config;
  private final DatabaseConfig database;
  private final DemoPlaces places;
  private final SnapshotIngest ingest;
  private final Pool pool;
  private final Clock clock;
  private volatile Optional<Slot> loaded = Optional.empty();

  DemoLoader(
      DemoConfig config,
      DatabaseConfig database,
      DemoPlaces places,
      SnapshotIngest ingest,
      Pool pool,
      Clock clock) {
    this.config = config;
    this.database = database;
    this.places = places;
    this.ingest = ingest;
    this.pool = pool;
    this.clock = clock;
  }

  /** Ends when parks, rides, opening hours and all slots up to the clock's now are there. */
  @Override
  public Uni<Void> prepare() {
    if (!config.enabled() || !database.embedded()) {
      return Uni.createFrom().voidItem();
    }
    List<DemoPark> parks = DemoScale.of(DemoCatalogue.parks(), config.parks(), config.rides());
    Slot now = Slot.at(clock.instant());
    long started = System.nanoTime();
    return places
        .write(parks, now, config.days())
        .chain(() -> DemoHistory.find(pool, parks))
        .chain(history -> fill(history, missed(parks, history, now)))
        .invoke(written -> tell(written, parks, started))
        .invoke(() -> loaded = Optional.of(now))
        .replaceWithVoid();
  }

  // Asks the clock often rather than a timetable: a replayed now has slots of its own. Nothing
  // before
  // the start's own load has ended, which would only do its work twice.
  @Scheduled(every = "PT2S", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> loadNewSlot() {
    Slot now = Slot.at(clock.instant());
    return loaded.filter(now::isAfter).isPresent() ? prepare() : Uni.createFrom().voidItem();
  }

  private List<Stretch> missed(List<DemoPark> parks, DemoHistory history, Slot now) {
    return parks.stream()
        .flatMap(park -> Stretch.missed(park, history.newest(park), now, config.days()).stream())
        .toList();
  }

  /** A cycle of all parks in one transaction, a long history park by park. */
  private Uni<Long> fill(DemoHistory history, List<Stretch> missed) {
    if (missed.stream().mapToLong(Stretch::snapshots).sum() <= SNAPSHOTS_PER_BATCH) {
      List<Snapshot> batch =
          missed.stream().flatMap(stretch -> history.snapshots(stretch).stream()).toList();
      return ingest.ingest(batch).map(IngestReport::inserted);
    }
    return Multi.createFrom()
        .iterable(missed)
        .onItem()
        .transformToUni(stretch -> fill(history, stretch))
        .merge(PARKS_AT_ONCE)
        .collect()
        .in(() -> new long[1], (sum, inserted) -> sum[0] += inserted)
        .map(sum -> sum[0]);
  }

  private Uni<Long> fill(DemoHistory history, Stretch missed) {
    return Multi.createFrom()
        .iterable(missed.split(SNAPSHOTS_PER_TRANSACTION))
        .onItem()
        .transformToUniAndConcatenate(part -> ingest.ingest(batches(history, part)))
        .collect()
        .in(() -> new long[1], (sum, report) -> sum[0] += report.inserted())
        .map(sum -> sum[0]);
  }

  // Made as the database takes them, so that a history of any length fits into memory.
  private static Multi<List<Snapshot>> batches(DemoHistory history, Stretch part) {
    return Multi.createFrom().iterable(part.split(SNAPSHOTS_PER_BATCH)).map(history::snapshots);
  }

  private static void tell(long written, List<DemoPark> parks, long started) {
    if (written > 0) {
      LOG.infof(
          "demo data: %d snapshots of %d fictional parks in %d ms; MARQUEE_DEMO=false starts empty",
          written, parks.size(), (System.nanoTime() - started) / 1_000_000);
    }
  }
}
