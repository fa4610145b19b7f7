package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** What is derived is a function of the set of snapshots, not of how they arrived. */
class AnyOrderSqlTest {
  // Noon before a night of 25 hours in Los Angeles and 24 in Tokyo.
  private static final Instant START = Instant.parse("2026-10-31T19:00:00Z");
  private static final int SPAN_MINUTES = 30 * 60;
  private static final String NOW = "2026-11-02T01:00:00Z";

  private static final TestDatabase database = TestDatabase.create();

  @AfterContainer
  static void drop() {
    database.close();
  }

  @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
  void lateRepeatedAndUnorderedSnapshotsEndInTheSameTablesAndBodies(
      @ForAll("snapshots") List<Snapshot> told, @ForAll Random random) {
    List<Snapshot> facts = withoutContradictions(told);
    String inOneGo = ingested(List.of(facts));

    List<Snapshot> shuffled = new ArrayList<>(facts);
    shuffled.addAll(facts.subList(0, facts.size() / 3));
    Collections.shuffle(shuffled, random);

    assertThat(ingested(split(shuffled, random))).isEqualTo(inOneGo);
  }

  @Provide
  Arbitrary<List<Snapshot>> snapshots() {
    return Combinators.combine(
            Arbitraries.of(11L, 12L, 13L, 21L, 22L),
            Arbitraries.integers().between(0, SPAN_MINUTES),
            Arbitraries.of('o', 'o', 'w', 'd', 'c', 'f', 'r'),
            Arbitraries.of(5, 10, 15, 60))
        .as(
            (ride, minute, letter, interval) ->
                ParksFixture.said(ride, START.plusSeconds(60L * minute), letter, interval))
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  // Which of two that contradict each other is kept does depend on the order: the first.
  private static List<Snapshot> withoutContradictions(List<Snapshot> told) {
    Map<String, Snapshot> byKey = new LinkedHashMap<>();
    told.forEach(s -> byKey.putIfAbsent(s.rideId() + " " + s.recordedAt(), s));
    return List.copyOf(byKey.values());
  }

  private static List<List<Snapshot>> split(List<Snapshot> snapshots, Random random) {
    List<List<Snapshot>> parts = new ArrayList<>();
    for (int from = 0; from < snapshots.size(); ) {
      int to = Math.min(snapshots.size(), from + 1 + random.nextInt(40));
      parts.add(snapshots.subList(from, to));
      from = to;
    }
    return parts;
  }

  private static String ingested(List<List<Snapshot>> parts) {
    ParksFixture parks = new ParksFixture(database);
    parks.park(1, "America/Los_Angeles", "DOWN_AND_CLOSED");
    parks.park(2, "Asia/Tokyo", "DOWN_ONLY");
    parks.schedule(1, "2026-10-31", "OPERATING", "2026-10-31T16:00:00Z", "2026-11-01T10:00:00Z");
    for (long ride : List.of(11L, 12L, 13L)) {
      parks.ride(ride, 1, 1);
    }
    parks.ride(21, 2, 1);
    parks.ride(22, 2, null);
    parts.forEach(parks::ingest);
    return parks.tables() + bodies(parks);
  }

  /** Every ranking of every period, and what is taken apart of it, a day later. */
  private static String bodies(ParksFixture parks) {
    StringBuilder bodies = new StringBuilder();
    for (View view : new ParkViews(ParksFixture.CONFIG, null, null).views()) {
      view.keys().stream()
          .filter(key -> !ParkViews.DISNEY_UNIVERSAL.equals(key.filter()))
          .forEach(key -> bodies.append(parks.document(view, key.period(), key.filter(), NOW)));
    }
    for (long ride : List.of(11L, 21L)) {
      bodies.append(parks.detail(DetailViews.RIDE_DETAILS, "7days", ride, NOW));
    }
    return bodies.toString();
  }
}
