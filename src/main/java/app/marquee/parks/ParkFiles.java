package app.marquee.parks;

import app.marquee.views.FileImport;
import app.marquee.views.ImportReport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Files of parks, rides, schedules and snapshots, read as {@link ImportResource} reads them. */
@ApplicationScoped
class ParkFiles implements FileImport {
  private final Importer importer;

  ParkFiles(Importer importer) {
    this.importer = importer;
  }

  @Override
  public List<String> kinds() {
    return Arrays.stream(ImportKind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  @Override
  public List<String> complaints(String kind, MultiMap parameters) {
    return query(kind, parameters).errors().stream()
        .map(e -> "%s %s; allowed: %s".formatted(e.get("parameter"), e.get("message"), list(e)))
        .toList();
  }

  @Override
  public Uni<ImportReport> run(String kind, InputStream file, MultiMap parameters) {
    return importer.run(kindOf(kind), file, query(kind, parameters).options());
  }

  private static ImportQuery query(String kind, MultiMap parameters) {
    return ImportQuery.parse(kindOf(kind), parameters);
  }

  private static ImportKind kindOf(String name) {
    return ImportKind.find(name).orElseThrow();
  }

  private static String list(Map<String, Object> error) {
    return String.join(
        ", ", ((List<?>) error.get("allowed")).stream().map(String::valueOf).toList());
  }
}
