package app.marquee.parks.collect;

import java.util.List;

/**
 * What a cycle came to.
 *
 * @param total parks asked for
 * @param snapshots rides told of
 */
record CycleReport(int total, long snapshots, List<Failure> failures) {

  /** One park that failed at {@code live} or {@code schedule}. */
  record Failure(String ref, String step, FailureReason reason, String message) {}

  /** Parks with any failure. */
  int failed() {
    return (int) failures.stream().map(Failure::ref).distinct().count();
  }

  String status() {
    if (failures.isEmpty()) {
      return "success";
    }
    boolean allSilent =
        failures.stream().filter(failure -> failure.step().equals(ParkCollector.LIVE)).count()
            == total;
    return allSilent ? "failed" : "partial";
  }
}
