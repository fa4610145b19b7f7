package app.marquee.parks;

import static app.marquee.parks.ParksFixture.feed;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two transactions that bring the same snapshots of the same parks, in different orders. */
class ConcurrentIngestSqlTest {
  private static final int PER_BATCH = 10;
  private static final Duration SOON = Duration.ofSeconds(30);

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  @RepeatedTest(20)
  void overlappingIngestsOfOneParkEndInTheTablesOfOneAfterTheOther(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    List<Snapshot> all = snapshots(List.of(11L, 12L, 13L, 14L));

    ingestAtOnce(
        all,
        batches(shuffled(all.subList(0, all.size() * 3 / 4), random)),
        batches(shuffled(all.subList(all.size() / 4, all.size()), random)));
  }

  /** Each holds the park the other wants next, so that one has to start again. */
  @RepeatedTest(3)
  void ingestsThatTakeTwoParksInOppositeOrdersDoToo() {
    List<Snapshot> all = snapshots(List.of(11L, 12L, 21L, 22L));
    List<List<Snapshot>> backwards = new ArrayList<>(batches(all));
    Collections.reverse(backwards);

    ingestAtOnce(all, batches(all), backwards);
  }

  private static void ingestAtOnce(
      List<Snapshot> all, List<List<Snapshot>> one, List<List<Snapshot>> other) {
    ParksFixture apart = world();
    ingest(apart, one).await().atMost(SOON);
    ingest(apart, other).await().atMost(SOON);
    String tables = apart.tables();

    ParksFixture together = world();
    List<IngestReport> reports =
        Uni.join()
            .all(ingest(together, one), ingest(together, other))
            .andFailFast()
            .await()
            .atMost(SOON);

    assertThat(together.tables()).isEqualTo(tables);
    assertThat(reports.stream().mapToLong(IngestReport::inserted).sum()).isEqualTo(all.size());
  }

  private static Uni<IngestReport> ingest(ParksFixture parks, List<List<Snapshot>> batches) {
    return parks.ingest().ingest(Multi.createFrom().iterable(batches));
  }

  private static ParksFixture world() {
    ParksFixture parks = new ParksFixture(database);
    for (long park : List.of(1L, 2L)) {
      parks.park(park, "America/Los_Angeles", "DOWN_AND_CLOSED");
      for (long ride = 1; ride <= 4; ride++) {
        parks.ride(park * 10 + ride, park, 1);
      }
    }
    return parks;
  }

  private static List<Snapshot> snapshots(List<Long> rides) {
    List<Snapshot> all = new ArrayList<>();
    for (long ride : rides) {
      all.addAll(feed(ride, "2026-08-31T16:00:00Z", "owwcoo" + "oocccc" + "ddoooo" + "oowcco"));
      all.addAll(feed(ride, "2026-09-01T16:00:00Z", "oooooo" + "ccoooo"));
    }
    return all;
  }

  private static List<Snapshot> shuffled(List<Snapshot> snapshots, Random random) {
    List<Snapshot> shuffled = new ArrayList<>(snapshots);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<List<Snapshot>> batches(List<Snapshot> snapshots) {
    List<List<Snapshot>> batches = new ArrayList<>();
    for (int from = 0; from < snapshots.size(); from += PER_BATCH) {
      batches.add(snapshots.subList(from, Math.min(snapshots.size(), from + PER_BATCH)));
    }
    return batches;
  }
}
