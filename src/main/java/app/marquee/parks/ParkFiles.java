package app.marquee.parks;

import app.marquee.imports.FileImport;
import app.marquee.imports.ImportReport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Files of parks, rides, schedules and snapshots. */
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
  public List<Map<String, Object>> errors(String kind, MultiMap parameters) {
    return ImportQuery.parse(kindOf(kind), parameters).errors();
  }

  @Override
  public Uni<ImportReport> run(String kind, InputStream file, MultiMap parameters) {
    ImportKind parsed = kindOf(kind);
    return importer.run(parsed, file, ImportQuery.parse(parsed, parameters).options());
  }

  private static ImportKind kindOf(String name) {
    return ImportKind.find(name).orElseThrow();
  }
}
