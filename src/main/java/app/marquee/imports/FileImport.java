package app.marquee.imports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes in files of one feature's kinds. Each feature has one, as a CDI bean; the HTTP endpoint and
 * the command line find it by the kind.
 */
public interface FileImport {

  /** The words for what its files may hold, such as {@code parks}. */
  List<String> kinds();

  /**
   * What is wrong with the parameters of an import: {@code parameter}, {@code message} and {@code
   * allowed} for each; empty if nothing is.
   */
  List<Map<String, Object>> errors(String kind, MultiMap parameters);

  /** The same in words. */
  default List<String> complaints(String kind, MultiMap parameters) {
    return errors(kind, parameters).stream()
        .map(
            e ->
                "%s %s; allowed: %s"
                    .formatted(e.get("parameter"), e.get("message"), words(e.get("allowed"))))
        .toList();
  }

  private static String words(Object allowed) {
    return allowed instanceof Collection<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(allowed);
  }

  /**
   * Reads the file to its end, batch by batch. The caller closes it and has asked for {@link
   * #errors} before. Errors: those of the database; what was committed before stays.
   */
  Uni<ImportReport> run(String kind, InputStream file, MultiMap parameters);
}
