package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import app.marquee.predictions.FilmFormat.Given;
import java.util.List;

/**
 * Nominations: our columns, the Oscar nominations ({@code oscars.csv}: lists separated by {@code
 * |}), IMDb's events, and lists of winners.
 */
final class NominationFormats {
  private static final String OSCARS = "AMPAS";

  static final List<FilmFormat> ALL =
      List.of(
          FilmFormat.with(
              List.of("FilmId", "NomineeIds", "Year", "CanonicalCategory"),
              List.of("Winner", "Nominees"),
              NominationFormats::oscar),
          FilmFormat.with(
              List.of("event_id", "ceremony_year", "category", "imdb_id"),
              List.of("event_name", "award", "won"),
              NominationFormats::event),
          FilmFormat.with(
              List.of("catalog", "year", "IMDb ID"), List.of(), NominationFormats::winner),
          FilmFormat.otherwise(
              NominationFormats::own,
              "imdb_id",
              "tmdb_id",
              "festival",
              "year",
              "category",
              "person_id",
              "won"));

  private NominationFormats() {}

  private static void own(Fields line, Given given, List<Fact> facts) throws BadLine {
    Boolean won = line.flag("won");
    facts.add(
        nomination(
            FilmId.of(line),
            FilmValues.requiredKey(line, "festival"),
            null,
            FilmValues.year(line, "year"),
            FilmValues.requiredKey(line, "category"),
            FilmValues.key(line, "person_id"),
            null,
            won != null && won));
  }

  /** One that several people share is one nomination of the film, and names nobody. */
  private static void oscar(Fields line, Given given, List<Fact> facts) throws BadLine {
    String films = line.text("FilmId");
    if (films == null) {
      return;
    }
    String year = line.required("Year");
    String people = line.text("NomineeIds");
    boolean alone = people != null && people.indexOf('|') < 0 && people.startsWith("nm");
    Boolean won = line.flag("Winner");
    for (String film : films.split("\\|")) {
      if (!film.isBlank()) {
        facts.add(
            nomination(
                FilmId.ofTitle("FilmId", film.strip()),
                OSCARS,
                "Academy Awards",
                lastYear(year),
                FilmValues.requiredKey(line, "CanonicalCategory"),
                alone ? FilmValues.key("NomineeIds", people) : null,
                alone ? FilmValues.text(line, "Nominees") : null,
                won != null && won));
      }
    }
  }

  /** Of 1927/28 it is 1928. */
  private static int lastYear(String years) throws BadLine {
    if (!years.matches("(19|20|21)[0-9]{2}(/[0-9]{2})?")) {
      throw new BadLine("Year", "Year is not one such as 1994 or 1927/28");
    }
    return Integer.parseInt(years.substring(0, 4)) + (years.length() > 4 ? 1 : 0);
  }

  private static void event(Fields line, Given given, List<Fact> facts) throws BadLine {
    String award = FilmValues.text(line, "award");
    String category = FilmValues.text(line, "category");
    String both = (award == null ? "" : award) + (category == null ? "" : ": " + category);
    if (both.isEmpty()) {
      throw new BadLine("category", "award and category are missing");
    }
    Boolean won = line.flag("won");
    facts.add(
        nomination(
            FilmId.of(line, "imdb_id", null),
            FilmValues.requiredKey(line, "event_id"),
            FilmValues.text(line, "event_name"),
            FilmValues.year(line, "ceremony_year"),
            FilmValues.key("category", both),
            null,
            null,
            won != null && won));
  }

  private static void winner(Fields line, Given given, List<Fact> facts) throws BadLine {
    facts.add(
        nomination(
            FilmId.of(line, "IMDb ID", null),
            FilmValues.requiredKey(line, "catalog"),
            null,
            FilmValues.year(line, "year"),
            "winner",
            null,
            null,
            true));
  }

  private static Fact nomination(
      FilmId film,
      String festival,
      String festivalName,
      int year,
      String category,
      String person,
      String personName,
      boolean won) {
    return FactTable.NOMINATIONS.fact(
        film, festival, festivalName, year, category, person, personName, won);
  }
}
