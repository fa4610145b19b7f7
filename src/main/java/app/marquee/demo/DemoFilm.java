package app.marquee.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fictional film. All that is said of it follows from its number and from how good and how well
 * known it is.
 *
 * @param number from 1, in order of decades
 * @param quality 0 … 999, most of them near 500
 */
record DemoFilm(int number, String title, LocalDate released, int quality) {
  static final List<String> COLUMNS =
      List.of(
          "imdb_id",
          "tmdb_id",
          "title",
          "release_date",
          "release_year",
          "runtime",
          "original_language",
          "overview",
          "import_status");
  static final String LABEL = " (demo)";

  /** Which no film of IMDb has by far, and the database tells the demo's films by. */
  static final String IMDB_PREFIX = "tt999";

  static final long SEED = 1895;
  private static final long TMDB_BASE = 990_000_000L;
  private static final String OVERVIEW =
      "A fictional film: it, its people, its awards and its numbers are made up for this demo.";
  private static final String[] LANGUAGES = {"en", "en", "en", "en", "fr", "it", "ja", "sv", "hi"};

  String imdbId() {
    return "%s%07d".formatted(IMDB_PREFIX, number);
  }

  int year() {
    return released.getYear();
  }

  int decade() {
    return year() / 10 * 10;
  }

  /** A number in 0 … {@code sides} − 1 that belongs to this film and question. */
  int roll(int sides, FilmQuestion question) {
    return Dice.roll(sides, SEED, number, question);
  }

  /** How well known it is, 0 … 999: good and recent films more often are. */
  int fame() {
    int recent = (year() - 1920) * 1000 / 106;
    return (quality * 4 + recent * 2 + roll(1000, FilmQuestion.KNOWN) * 4) / 10;
  }

  /** Of few only this much is known: they are no candidates. */
  boolean isSoft() {
    return roll(100, FilmQuestion.SOFT) < 2;
  }

  /** A line of the import of films. */
  Map<String, String> facts() {
    Map<String, String> facts = new HashMap<>();
    facts.put("imdb_id", imdbId());
    facts.put("tmdb_id", String.valueOf(TMDB_BASE + number));
    facts.put("title", title);
    // Of the oldest films the year alone has come down to us.
    facts.put("release_date", year() < 1930 ? null : released.toString());
    facts.put("release_year", String.valueOf(year()));
    facts.put("runtime", String.valueOf(64 + roll(90, FilmQuestion.RUNTIME)));
    facts.put("original_language", LANGUAGES[roll(LANGUAGES.length, FilmQuestion.LANGUAGE)]);
    facts.put("overview", OVERVIEW);
    facts.put("import_status", isSoft() ? "soft" : "full");
    return facts;
  }
}
