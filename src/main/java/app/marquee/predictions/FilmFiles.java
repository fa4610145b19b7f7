package app.marquee.predictions;

import app.marquee.imports.FileImport;
import app.marquee.imports.ImportReport;
import app.marquee.imports.Renaming;
import app.marquee.predictions.FilmFormat.Given;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files of films, metrics, people, credits, nominations and lists. A list's table that does not
 * name it takes the parameters {@code list} and {@code edition}.
 */
@ApplicationScoped
public class FilmFiles implements FileImport {
  private static final String LIST = "list";
  private static final String EDITION = "edition";

  private final FilmImporter importer;

  FilmFiles(FilmImporter importer) {
    this.importer = importer;
  }

  @Override
  public List<String> kinds() {
    return Arrays.stream(FilmKind.values()).map(FilmKind::word).toList();
  }

  @Override
  public List<Map<String, Object>> errors(String kind, MultiMap parameters) {
    List<Map<String, Object>> errors = new ArrayList<>(renaming(kindOf(kind), parameters).errors());
    String list = parameters.get(LIST);
    if (list != null && !ListFormats.isKey(list)) {
      errors.add(
          Renaming.error(LIST, "is not a key of at most 40 characters", List.of("1001_movies")));
    }
    return errors;
  }

  @Override
  public Uni<ImportReport> run(String kind, InputStream file, MultiMap parameters) {
    FilmKind parsed = kindOf(kind);
    Given given = new Given(parameters.get(LIST), parameters.get(EDITION));
    return importer.run(parsed, file, renaming(parsed, parameters).ours(), given);
  }

  private static Renaming renaming(FilmKind kind, MultiMap parameters) {
    Set<String> others = kind == FilmKind.LISTS ? Set.of(LIST, EDITION) : Set.of();
    return Renaming.parse(kind.columns(), others, parameters);
  }

  private static FilmKind kindOf(String word) {
    return FilmKind.find(word).orElseThrow();
  }
}
