package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a line names a film: by either id, or both. */
record FilmId(String imdbId, Long tmdbId) {
  private static final Pattern TITLE = Pattern.compile("tt[0-9]{7,10}");

  FilmId {
    if (imdbId == null && tmdbId == null) {
      throw new IllegalArgumentException("a film without an id");
    }
  }

  static FilmId of(Fields line) throws BadLine {
    return of(line, "imdb_id", "tmdb_id");
  }

  static FilmId of(Fields line, String imdbColumn, String tmdbColumn) throws BadLine {
    String imdb = imdbColumn == null ? null : line.text(imdbColumn);
    Long tmdb = tmdbColumn == null ? null : line.integer(tmdbColumn);
    if (imdb == null && tmdb == null) {
      String missing = Stream.of(imdbColumn, tmdbColumn).filter(Objects::nonNull).toList() + "";
      throw new BadLine(imdbColumn, "the film's id is missing: " + missing);
    }
    if (tmdb != null && tmdb <= 0) {
      throw new BadLine(tmdbColumn, tmdbColumn + " is " + tmdb + ", expected 1 or more");
    }
    return new FilmId(imdb == null ? null : title(imdbColumn, imdb), tmdb);
  }

  static FilmId ofTitle(String column, String imdb) throws BadLine {
    return new FilmId(title(column, imdb), null);
  }

  private static String title(String column, String imdb) throws BadLine {
    if (!TITLE.matcher(imdb).matches()) {
      throw new BadLine(column, column + " is not an id such as tt0111161");
    }
    return imdb;
  }

  List<Object> parts() {
    return Stream.<Object>of(imdbId, tmdbId).filter(Objects::nonNull).toList();
  }
}
