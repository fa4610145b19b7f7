package app.marquee.demo;

import java.util.Map;

/**
 * A ride of a fictional park.
 *
 * @param facts the ride's columns as the import names them
 * @param position its place in the park's list; the first is the park's signature ride
 */
record DemoRide(Map<String, String> facts, int position) {

  DemoRide {
    facts = Map.copyOf(facts);
  }

  /** Unique within the park. */
  String key() {
    return facts.get("source_key");
  }

  /** Whether guests queue for it, so that it reports waits; the others run by timetable. */
  boolean hasQueue() {
    return facts.get("category").equals("ATTRACTION");
  }

  /** Minutes of queue on a usual day's busiest hour. */
  int usualWait() {
    return switch (facts.get("tier")) {
      case "1" -> 65;
      case "2" -> 35;
      case "3" -> 12;
      default -> 20;
    };
  }

  /** Seeds the ride's own variety. */
  long seed() {
    return facts.get("park_key").hashCode() * 31L + key().hashCode();
  }
}
