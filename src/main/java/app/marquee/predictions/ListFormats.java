package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import app.marquee.predictions.FilmFormat.Given;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lists: our columns, or any table with an id of each film; then the import says which list it is.
 */
final class ListFormats {
  private static final Pattern LIST = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
  private static final int LAST_POSITION = 1_000_000;

  static final List<FilmFormat> ALL =
      List.of(
          FilmFormat.otherwise(
              ListFormats::entry,
              "list",
              "list_key",
              "imdb_id",
              "tmdb_id",
              "edition",
              "as_of",
              "position",
              "rank",
              "nr"));

  private ListFormats() {}

  /** Whether a list may be called so. */
  static boolean isKey(String list) {
    return LIST.matcher(list).matches();
  }

  private static void entry(Fields line, Given given, List<Fact> facts) throws BadLine {
    String list = first(first(line.text("list"), line.text("list_key")), given.list());
    if (list == null) {
      throw new BadLine("list", "list is missing, and the import does not tell which it is");
    }
    if (!isKey(list)) {
      throw new BadLine("list", "list is not a key such as 1001_movies");
    }
    String edition = first(FilmValues.key(line, "edition"), FilmValues.key(line, "as_of"));
    facts.add(
        FactTable.LISTS.fact(
            FilmId.of(line), list, first(edition, given.edition()), position(line)));
  }

  private static Integer position(Fields line) throws BadLine {
    for (String column : List.of("position", "rank", "nr")) {
      Integer position = FilmValues.whole(line, column, 0, LAST_POSITION);
      if (position != null) {
        return position;
      }
    }
    return null;
  }

  private static String first(String one, String other) {
    return one != null ? one : other;
  }
}
