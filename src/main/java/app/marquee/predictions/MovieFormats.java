package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import app.marquee.predictions.FilmFormat.Given;
import app.marquee.predictions.FilmValues.Release;
import java.util.List;
import java.util.Set;

/**
 * Films: IMDb's {@code title.basics.tsv}, TMDB's own columns (TMDB 5000, The Movies Dataset), and
 * ours, which also take a year for a date as most lists of films have it.
 */
final class MovieFormats {
  /** Of IMDb's types; the others are television, games and the like. */
  private static final Set<String> FILM_TYPES = Set.of("movie", "short", "tvMovie");

  private static final Set<String> STATUSES = Set.of("full", "soft");

  static final List<FilmFormat> ALL =
      List.of(
          FilmFormat.with(
              List.of("tconst", "titleType", "primaryTitle"),
              List.of("originalTitle", "startYear", "runtimeMinutes"),
              MovieFormats::imdb),
          FilmFormat.with(
              List.of("id", "title", "vote_average"),
              List.of(
                  "imdb_id",
                  "original_title",
                  "release_date",
                  "runtime",
                  "original_language",
                  "overview",
                  "poster_path"),
              (line, given, facts) ->
                  facts.add(movie(line, FilmId.of(line, "imdb_id", "id"), "full"))),
          FilmFormat.otherwise(
              MovieFormats::own,
              "imdb_id",
              "tmdb_id",
              "title",
              "original_title",
              "release_date",
              "released",
              "release_year",
              "year",
              "runtime",
              "original_language",
              "overview",
              "poster_path",
              "import_status"));

  private MovieFormats() {}

  private static void imdb(Fields line, Given given, List<Fact> facts) throws BadLine {
    if (!FILM_TYPES.contains(line.required("titleType"))) {
      return;
    }
    Release release = FilmValues.release(line, "startYear");
    facts.add(
        FactTable.MOVIES.fact(
            FilmId.of(line, "tconst", null),
            FilmValues.text(line, "primaryTitle"),
            FilmValues.text(line, "originalTitle"),
            release.date(),
            release.yearOnly(),
            FilmValues.minutes(line, "runtimeMinutes"),
            null,
            null,
            null,
            null));
  }

  private static void own(Fields line, Given given, List<Fact> facts) throws BadLine {
    String status = line.text("import_status");
    if (status != null && !STATUSES.contains(status)) {
      throw new BadLine("import_status", "import_status is neither full nor soft");
    }
    facts.add(movie(line, FilmId.of(line), status));
  }

  private static Fact movie(Fields line, FilmId film, String status) throws BadLine {
    Release release = FilmValues.release(line, "release_date", "released", "release_year", "year");
    return FactTable.MOVIES.fact(
        film,
        FilmValues.text(line, "title"),
        FilmValues.text(line, "original_title"),
        release.date(),
        release.yearOnly(),
        FilmValues.minutes(line, "runtime"),
        FilmValues.text(line, "original_language"),
        FilmValues.longText(line, "overview"),
        FilmValues.text(line, "poster_path"),
        status);
  }
}
