package app.marquee.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A catalogue of any size, made by repeating the eight parks and their rides under numbered names.
 */
final class DemoScale {
  private static final String LABEL = " (demo)";

  private DemoScale() {}

  /** {@code parks} parks that share {@code rides} rides as evenly as whole rides allow. */
  static List<DemoPark> of(List<DemoPark> catalogue, int parks, int rides) {
    List<DemoPark> scaled = new ArrayList<>();
    for (int i = 0; i < parks; i++) {
      int own = rides / parks + (i < rides % parks ? 1 : 0);
      scaled.add(copy(catalogue.get(i % catalogue.size()), i / catalogue.size(), own));
    }
    return scaled;
  }

  private static DemoPark copy(DemoPark park, int copy, int rides) {
    Map<String, String> facts = numbered(park.facts(), copy);
    List<DemoRide> copies = new ArrayList<>();
    for (int i = 0; i < rides; i++) {
      DemoRide ride = park.rides().get(i % park.rides().size());
      Map<String, String> own = numbered(ride.facts(), i / park.rides().size());
      own.put("park_key", facts.get("source_key"));
      copies.add(new DemoRide(own, i));
    }
    return park.with(facts, copies);
  }

  private static Map<String, String> numbered(Map<String, String> facts, int copy) {
    Map<String, String> numbered = new HashMap<>(facts);
    if (copy > 0) {
      String label = facts.get("name").endsWith(LABEL) ? LABEL : "";
      String name = facts.get("name").substring(0, facts.get("name").length() - label.length());
      numbered.put("name", name + " " + (copy + 1) + label);
      numbered.put("source_key", facts.get("source_key") + "-" + (copy + 1));
    }
    return numbered;
  }
}
