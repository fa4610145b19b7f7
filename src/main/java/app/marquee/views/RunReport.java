package app.marquee.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ended: one outcome per key it looked at. {@code generation} null when nothing was
 * published.
 */
record RunReport(Map<Key, KeyOutcome> outcomes, Long generation, Optional<String> error) {

  /** What became of one key; reason and message are null unless it failed. */
  record KeyOutcome(String word, Reason reason, String message) {
    static final KeyOutcome REFRESHED = new KeyOutcome("refreshed", null, null);
    static final KeyOutcome CONFIRMED = new KeyOutcome("confirmed", null, null);
    static final KeyOutcome SUPERSEDED = new KeyOutcome("superseded", null, null);

    /** The run was cancelled before its publish: the key keeps its build, if it has one. */
    static final KeyOutcome CANCELLED = new KeyOutcome("cancelled", null, null);

    static KeyOutcome failed(Reason reason, String message) {
      return new KeyOutcome(reason.word(), reason, message);
    }

    boolean failed() {
      return reason != null;
    }
  }

  static final RunReport NOTHING = new RunReport(Map.of(), null, Optional.empty());

  /** Every key failed for one reason. */
  static RunReport failed(List<Key> keys, Reason reason, String message) {
    Map<Key, KeyOutcome> outcomes = new LinkedHashMap<>();
    keys.forEach(key -> outcomes.put(key, KeyOutcome.failed(reason, message)));
    return new RunReport(outcomes, null, Optional.of(message));
  }

  /** Nothing became of these keys. */
  static RunReport cancelled(List<Key> keys) {
    Map<Key, KeyOutcome> outcomes = new LinkedHashMap<>();
    keys.forEach(key -> outcomes.put(key, KeyOutcome.CANCELLED));
    return new RunReport(outcomes, null, Optional.empty());
  }

  RunReport and(RunReport next) {
    Map<Key, KeyOutcome> both = new LinkedHashMap<>(outcomes);
    both.putAll(next.outcomes);
    return new RunReport(
        both, next.generation == null ? generation : next.generation, error.or(next::error));
  }

  int count(KeyOutcome outcome) {
    return (int) outcomes.values().stream().filter(outcome::equals).count();
  }

  int failures() {
    return (int) outcomes.values().stream().filter(KeyOutcome::failed).count();
  }

  /**
   * The word of the log: a run in which some keys failed is partial, one in which all did has
   * failed; one that left keys because it was told to is cancelled.
   */
  String status() {
    if (count(KeyOutcome.CANCELLED) > 0) {
      return "cancelled";
    }
    int failures = failures();
    return failures == 0 && error.isEmpty()
        ? "success"
        : failures == outcomes.size() ? "failed" : "partial";
  }
}
