package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One layout a file of films may have.
 *
 * @param columns it knows what to do with
 * @param fits whether a file with these of the known columns is laid out so
 * @param reader takes a line apart
 */
record FilmFormat(Set<String> columns, Predicate<Set<String>> fits, Reader reader) {

  /** Adds a line's facts; none if it tells of nothing of ours. */
  interface Reader {
    void read(Fields line, Given given, List<Fact> facts) throws BadLine;
  }

  /**
   * What the import was told beside the file.
   *
   * @param list the list of lines that name none; null if not told
   * @param edition likewise
   * @param without festivals, as the file names them, whose nominations are passed over
   */
  record Given(String list, String edition, Set<String> without) {
    static final Given NOTHING = new Given(null, null, Set.of());

    boolean leavesOut(Fact fact) {
      return fact.table() == FactTable.NOMINATIONS && without.contains(fact.values()[0]);
    }
  }

  /** A layout recognised by columns it must have. */
  static FilmFormat with(List<String> needed, List<String> optional, Reader reader) {
    Set<String> columns = new LinkedHashSet<>(needed);
    columns.addAll(optional);
    return new FilmFormat(columns, header -> header.containsAll(needed), reader);
  }

  /** The layout of files that are none of the others. */
  static FilmFormat otherwise(Reader reader, String... columns) {
    return new FilmFormat(new LinkedHashSet<>(Arrays.asList(columns)), header -> true, reader);
  }
}
