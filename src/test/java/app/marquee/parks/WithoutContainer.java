package app.marquee.parks;

import app.marquee.testkit.RecordedEvents;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;

/** The ways into the parks feature for tests of other packages, without a CDI container. */
public final class WithoutContainer {
  private WithoutContainer() {}

  public static SnapshotIngest ingest(Pool pool, ParksConfig config) {
    return new SnapshotIngest(pool, config, new RecordedEvents<>(new ArrayList<>()));
  }

  public static Importer importer(Pool pool, ParksConfig config, Clock clock) {
    return new Importer(
        pool,
        config,
        clock,
        ingest(pool, config),
        new ParkZones(pool),
        new RecordedEvents<>(new ArrayList<>()));
  }
}
