package app.marquee.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the load was told: every answer counted, every promise remembered, and what must never be
 * answered kept word for word.
 */
final class Ledger {
  private static final int KEPT = 40;

  private final LongAdder reads = new LongAdder();
  private final LongAdder excused = new LongAdder();
  private final AtomicLong slowestNanos = new AtomicLong();
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Map<String, Long> newestSeen = new ConcurrentHashMap<>();
  private final Map<String, String> etags = new ConcurrentHashMap<>();
  private final Map<String, String> unanswered = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /**
   * The generation that this node has already shown at a path; an answer asked for now is not
   * older.
   */
  long newest(String nodeAndPath) {
    return newestSeen.getOrDefault(nodeAndPath, 0L);
  }

  /**
   * A cached view was answered.
   *
   * @param atLeast what {@link #newest} was when it was asked for
   */
  void served(
      String nodeAndPath, String path, long atLeast, long generation, String etag, String reason) {
    if (generation < atLeast) {
      violate(nodeAndPath + " went back from generation " + atLeast + " to " + generation);
    }
    newestSeen.merge(nodeAndPath, generation, Math::max);
    String known = etags.putIfAbsent(path + " of generation " + generation, etag);
    if (known != null && !known.equals(etag)) {
      violate(path + " of generation " + generation + " is both " + known + " and " + etag);
    }
    if (reason != null) {
      count("stale: " + reason);
    }
  }

  void read(int status, Duration took) {
    reads.increment();
    slowestNanos.accumulateAndGet(took.toNanos(), Math::max);
    count("read " + status);
  }

  /** A read of a node that was not expected to answer. */
  void excuse() {
    excused.increment();
  }

  void violate(String what) {
    count("violations");
    if (violations.size() < KEPT) {
      violations.add(what);
    }
  }

  void acknowledge(String write) {
    acknowledged.add(write);
    unanswered.remove(write);
  }

  /** No answer, or one that says it was not done. */
  void refuse(String write, String how) {
    if (!acknowledged.contains(write)) {
      unanswered.put(write, how);
    }
    count(how);
  }

  void count(String what) {
    counts.computeIfAbsent(what, first -> new LongAdder()).increment();
  }

  long reads() {
    return reads.sum();
  }

  long excused() {
    return excused.sum();
  }

  long count(String prefix, String what) {
    LongAdder count = counts.get(prefix + what);
    return count == null ? 0 : count.sum();
  }

  Duration slowest() {
    return Duration.ofNanos(slowestNanos.get());
  }

  List<String> violations() {
    return new ArrayList<>(violations);
  }

  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  Map<String, String> unanswered() {
    return Map.copyOf(unanswered);
  }

  /** How often what was answered, for people. */
  Map<String, Long> summary() {
    Map<String, Long> summary = new TreeMap<>();
    counts.forEach((what, count) -> summary.put(what, count.sum()));
    return summary;
  }
}
