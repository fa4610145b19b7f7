package app.marquee.parks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The park-local hours a transaction has written to, as ranges for {@code sql/parks/touched.sql}.
 */
final class TouchedHours {
  private static final Duration HOUR = Duration.ofHours(1);

  /** A range of whole hours of one park, {@code to} not included. */
  record Range(long parkId, Instant from, Instant to) {}

  private final TreeMap<Long, TreeSet<Instant>> hours = new TreeMap<>();
  private final List<Range> whole = new ArrayList<>();

  void add(long parkId, Instant hourStart) {
    hours.computeIfAbsent(parkId, id -> new TreeSet<>()).add(hourStart);
  }

  void add(Range range) {
    whole.add(range);
  }

  boolean isEmpty() {
    return hours.isEmpty() && whole.isEmpty();
  }

  /** Those of them that can be derived from what is stored. */
  TouchedHours open(ClosedMonths closed) {
    TouchedHours open = new TouchedHours();
    ranges().forEach(range -> closed.open(range).forEach(open::add));
    return open;
  }

  /** Ordered, disjoint, and no two of a park within an hour of each other. */
  List<Range> ranges() {
    List<Range> all = new ArrayList<>(whole);
    hours.forEach(
        (park, starts) ->
            starts.forEach(start -> all.add(new Range(park, start, start.plus(HOUR)))));
    Map<Long, List<Range>> byPark = new TreeMap<>();
    all.forEach(r -> byPark.computeIfAbsent(r.parkId(), id -> new ArrayList<>()).add(r));
    List<Range> merged = new ArrayList<>();
    byPark.values().forEach(ofPark -> merged.addAll(merge(ofPark)));
    return merged;
  }

  /** The first of them; there must be one. */
  Instant from() {
    return ranges().stream().map(Range::from).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The binds of {@code touched.sql}. */
  Map<String, Object> binds() {
    List<Range> ranges = ranges();
    Map<String, Object> binds = new HashMap<>();
    binds.put("park_ids", ranges.stream().map(Range::parkId).toArray(Long[]::new));
    binds.put("from_at", ranges.stream().map(Range::from).toArray(Instant[]::new));
    binds.put("to_at", ranges.stream().map(Range::to).toArray(Instant[]::new));
    return binds;
  }

  // What is recorded up to an hour after a range may stand for a cycle inside it, so nearer
  // neighbours would overlap.
  private static List<Range> merge(List<Range> ofPark) {
    List<Range> merged = new ArrayList<>();
    ofPark.sort(Comparator.comparing(Range::from));
    for (Range next : ofPark) {
      Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || next.from().isAfter(last.to().plus(HOUR))) {
        merged.add(next);
      } else if (next.to().isAfter(last.to())) {
        merged.set(merged.size() - 1, new Range(last.parkId(), last.from(), next.to()));
      }
    }
    return merged;
  }
}
