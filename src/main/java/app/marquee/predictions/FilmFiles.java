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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files of films, metrics, people, credits, nominations and lists. A list's table that does not
 * name it takes the parameters {@code list} and {@code edition}; nominations take {@code without}.
 */
@ApplicationScoped
public class FilmFiles implements FileImport {
  private static final String LIST = "list";
  private static final String EDITION = "edition";
  private static final String WITHOUT = "without";
  private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cntrl}]+");
  private static final int LONGEST_EDITION = 100;

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
    String edition = parameters.get(EDITION);
    if (edition != null && !isEdition(edition)) {
      errors.add(
          Renaming.error(EDITION, "is not a text of at most 100 characters", List.of("2021")));
    }
    if (parameters.contains(WITHOUT) && without(parameters).isEmpty()) {
      errors.add(
          Renaming.error(
              WITHOUT, "names no festival", List.of("festivals as the file names them")));
    }
    return errors;
  }

  private static boolean isEdition(String edition) {
    return edition.length() <= LONGEST_EDITION
        && !edition.isBlank()
        && PRINTABLE.matcher(edition).matches();
  }

  private static Set<String> without(MultiMap parameters) {
    return parameters.getAll(WITHOUT).stream()
        .flatMap(festivals -> Stream.of(festivals.split(",")))
        .map(String::strip)
        .filter(festival -> !festival.isEmpty())
        .collect(Collectors.toSet());
  }

  @Override
  public Uni<ImportReport> run(String kind, InputStream file, MultiMap parameters) {
    FilmKind parsed = kindOf(kind);
    Given given = new Given(parameters.get(LIST), edition(parameters), without(parameters));
    return importer.run(parsed, file, renaming(parsed, parameters).ours(), given);
  }

  private static Renaming renaming(FilmKind kind, MultiMap parameters) {
    Set<String> others =
        switch (kind) {
          case LISTS -> Set.of(LIST, EDITION);
          case NOMINATIONS -> Set.of(WITHOUT);
          default -> Set.of();
        };
    return Renaming.parse(kind.columns(), others, parameters);
  }

  private static String edition(MultiMap parameters) {
    String edition = parameters.get(EDITION);
    return edition == null ? null : edition.strip();
  }

  private static FilmKind kindOf(String word) {
    return FilmKind.find(word).orElseThrow();
  }
}
