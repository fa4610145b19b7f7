package app.marquee.parks;

import app.marquee.testkit.RecordedEvents;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;

/** The providers' way in, assembled on a database of its own. */
public final class FeedsFixture {
  private FeedsFixture() {}

  public static ParksConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(ParksConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(ParksConfig.class);
  }

  public static ParkFeeds feeds(TestDatabase database, Clock clock) {
    SnapshotIngest ingest =
        new SnapshotIngest(
            database.pool(), ParksFixture.CONFIG, new RecordedEvents<>(new ArrayList<>()));
    Importer importer =
        new Importer(
            database.pool(),
            ParksFixture.CONFIG,
            clock,
            ingest,
            new ParkZones(database.pool()),
            new RecordedEvents<>(new ArrayList<>()));
    return new ParkFeeds(database.pool(), ParksFixture.CONFIG, clock, ingest, importer);
  }

  /** Whether readers are told to wait for data. */
  public static boolean late(ExpectedData expected) {
    return expected.late();
  }
}
