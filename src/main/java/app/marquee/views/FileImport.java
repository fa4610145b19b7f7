package app.marquee.views;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import java.io.InputStream;
import java.util.List;

/**
 * A feature's way to take in files, whoever brings them. Parameters have the names and the meaning
 * they have in the query of the feature's import address.
 */
public interface FileImport {

  /** What the files may hold, by the names used in a URL and on a command line. */
  List<String> kinds();

  /** What is wrong with the parameters of an import, one line each; empty if nothing is. */
  List<String> complaints(String kind, MultiMap parameters);

  /**
   * Takes in a file, gzip or not, with parameters nobody complains of; the caller closes it.
   * Errors: those of the database; what was committed before stays.
   */
  Uni<ImportReport> run(String kind, InputStream file, MultiMap parameters);
}
