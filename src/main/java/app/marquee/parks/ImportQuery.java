package app.marquee.parks;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of an import: {@code map=theirs=ours,…} and {@code interval_minutes}. */
record ImportQuery(Importer.Options options, List<Map<String, Object>> errors) {
  private static final String MAP = "map";
  private static final String INTERVAL = "interval_minutes";

  static ImportQuery parse(ImportKind kind, MultiMap query) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (String name : query.names()) {
      if (!Set.of(MAP, INTERVAL).contains(name)) {
        errors.add(error(name, "is not a parameter here", List.of(MAP, INTERVAL)));
      }
    }
    Map<String, String> renamed = new HashMap<>();
    for (String given : query.getAll(MAP)) {
      for (String pair : given.split(",")) {
        rename(kind, pair, renamed, errors);
      }
    }
    return new ImportQuery(new Importer.Options(renamed, interval(query, errors)), errors);
  }

  private static void rename(
      ImportKind kind, String pair, Map<String, String> renamed, List<Map<String, Object>> errors) {
    int equals = pair.lastIndexOf('=');
    String ours = pair.substring(equals + 1).strip();
    if (equals < 1 || !kind.columns().contains(ours)) {
      errors.add(
          error(
              MAP,
              "is not theirs=ours with a column of ours",
              kind.columns().stream().sorted().toList()));
    } else {
      renamed.put(pair.substring(0, equals).strip(), ours);
    }
  }

  private static Integer interval(MultiMap query, List<Map<String, Object>> errors) {
    String given = query.get(INTERVAL);
    if (given == null) {
      return null;
    }
    try {
      return SnapshotLine.checkInterval(Long.parseLong(given));
    } catch (NumberFormatException | BadLine e) {
      errors.add(
          error(
              INTERVAL,
              "does not divide 60",
              List.of("1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30", "60")));
      return null;
    }
  }

  private static Map<String, Object> error(String name, String message, List<String> allowed) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("parameter", name);
    error.put("message", message);
    error.put("allowed", allowed);
    return error;
  }
}
