package app.marquee.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.DatabaseConfig;
import app.marquee.db.Sql;
import app.marquee.parks.ParksConfig;
import app.marquee.parks.WithoutContainer;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoLoaderSqlTest {
  private static final Sql FINGERPRINT = Sql.of("demo/fingerprint.sql");
  private static final Duration SLOT = Duration.ofMinutes(10);
  private static final Map<String, String> SINCE_YESTERDAY =
      Map.of("marquee.database.embedded", "true", "marquee.demo.days", "1");

  private final List<TestDatabase> databases = new ArrayList<>();
  private final ManualClock clock = new ManualClock();
  private final TestDatabase database = newDatabase();

  @Test
  void aFirstLoadTellsEverySlotUpToNow() {
    await(loader(database, SINCE_YESTERDAY).prepare());

    Row loaded = fingerprint(database);
    assertThat(loaded.getOffsetDateTime("newest"))
        .isEqualTo(ManualClock.START.atOffset(ZoneOffset.UTC));
    assertThat(loaded.getLong("snapshots")).isEqualTo(snapshotsSinceYesterday());
    assertThat(loaded.getLong("schedules")).isBetween(7L * 9 + 7, 8L * 9);
  }

  private static long snapshotsSinceYesterday() {
    return DemoCatalogue.parks().stream()
        .map(park -> Stretch.missed(park, Optional.empty(), Slot.at(ManualClock.START), 1))
        .mapToLong(missed -> missed.orElseThrow().snapshots())
        .sum();
  }

  @Test
  void aSecondLoadAddsNothing() {
    DemoLoader loader = loader(database, SINCE_YESTERDAY);
    await(loader.prepare());
    Row first = fingerprint(database);

    await(loader.prepare());

    assertThat(fingerprint(database).getString("digest")).isEqualTo(first.getString("digest"));
    assertThat(fingerprint(database).getLong("version")).isEqualTo(first.getLong("version"));
  }

  @Test
  void aNewSlotAddsOneSnapshotPerRide() {
    DemoLoader loader = loader(database, SINCE_YESTERDAY);
    await(loader.prepare());
    long before = fingerprint(database).getLong("snapshots");

    await(loader.loadNewSlot());
    assertThat(fingerprint(database).getLong("snapshots")).isEqualTo(before);

    clock.tick(SLOT);
    await(loader.loadNewSlot());
    assertThat(fingerprint(database).getLong("snapshots")).isEqualTo(before + 96);
  }

  @Test
  void theTickWaitsForTheFirstLoad() {
    DemoLoader loader = loader(database, SINCE_YESTERDAY);
    clock.tick(SLOT);
    await(loader.loadNewSlot());
    assertThat(fingerprint(database).getLong("snapshots")).isZero();
  }

  @Test
  void aHistoryLoadedInPartsIsThatLoadedAtOnce() {
    DemoLoader loader = loader(database, SINCE_YESTERDAY);
    // Within one operating day of every zone, so that all of these loads begin with the same one.
    clock.set(Instant.parse("2026-08-22T11:10:00Z"));
    await(loader.prepare());
    clock.tick(SLOT.multipliedBy(42));
    await(loader.prepare());
    clock.tick(SLOT);
    await(loader.prepare());

    TestDatabase other = newDatabase();
    await(loader(other, SINCE_YESTERDAY).prepare());

    assertThat(fingerprint(database).getString("digest"))
        .isEqualTo(fingerprint(other).getString("digest"));
  }

  @Test
  void twoLoadsOfTheSameSlotsAtOnceWriteWhatOneWrites() {
    clock.set(Instant.parse("2026-08-22T11:10:00Z"));
    await(loader(database, SINCE_YESTERDAY).prepare());
    clock.set(ManualClock.START);
    await(
        Uni.join()
            .all(
                loader(database, SINCE_YESTERDAY).prepare(),
                loader(database, SINCE_YESTERDAY).prepare())
            .andCollectFailures());

    TestDatabase other = newDatabase();
    await(loader(other, SINCE_YESTERDAY).prepare());

    assertThat(fingerprint(database).getString("digest"))
        .isEqualTo(fingerprint(other).getString("digest"));
  }

  @Test
  void anExternalDatabaseAndASwitchedOffDemoStayEmpty() {
    await(loader(database, Map.of()).prepare());
    await(
        loader(database, Map.of("marquee.database.embedded", "true", "marquee.demo", "false"))
            .prepare());
    assertThat(fingerprint(database).getLong("snapshots")).isZero();
  }

  private DemoLoader loader(TestDatabase of, Map<String, String> settings) {
    SmallRyeConfig config = config(settings);
    ParksConfig parks = config.getConfigMapping(ParksConfig.class);
    return new DemoLoader(
        config.getConfigMapping(DemoConfig.class),
        config.getConfigMapping(DatabaseConfig.class),
        new DemoPlaces(WithoutContainer.importer(of.pool(), parks, clock)),
        WithoutContainer.ingest(of.pool(), parks),
        of.pool(),
        clock);
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withMapping(DemoConfig.class)
            .withMapping(DatabaseConfig.class)
            .withMapping(ParksConfig.class);
    settings.forEach(builder::withDefaultValue);
    return builder.build();
  }

  private static Row fingerprint(TestDatabase of) {
    return of.pool().query(FINGERPRINT.statement()).executeAndAwait().iterator().next();
  }

  private static void await(Uni<?> work) {
    work.await().atMost(Duration.ofMinutes(1));
  }

  private TestDatabase newDatabase() {
    TestDatabase fresh = TestDatabase.create();
    databases.add(fresh);
    return fresh;
  }

  @AfterEach
  void dropDatabases() {
    databases.forEach(TestDatabase::close);
  }
}
