package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.imports.Renaming;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of an import: {@code map=theirs=ours,…} and {@code interval_minutes}. */
record ImportQuery(Importer.Options options, List<Map<String, Object>> errors) {
  private static final String INTERVAL = "interval_minutes";
  private static final List<String> INTERVALS =
      List.of("1", "2", "3", "4", "5", "6", "10", "12", "15", "20", "30", "60");

  static ImportQuery parse(ImportKind kind, MultiMap query) {
    Renaming renaming = Renaming.parse(kind.columns(), Set.of(INTERVAL), query);
    List<Map<String, Object>> errors = new ArrayList<>(renaming.errors());
    Integer interval = interval(query, errors);
    return new ImportQuery(new Importer.Options(renaming.ours(), interval), errors);
  }

  private static Integer interval(MultiMap query, List<Map<String, Object>> errors) {
    String given = query.get(INTERVAL);
    if (given == null) {
      return null;
    }
    try {
      return SnapshotLine.checkInterval(Long.parseLong(given));
    } catch (NumberFormatException | BadLine e) {
      errors.add(Renaming.error(INTERVAL, "does not divide 60", INTERVALS));
      return null;
    }
  }
}
