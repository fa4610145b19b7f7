package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import app.marquee.predictions.FilmFormat.Given;
import java.util.List;
import java.util.Map;

/**
 * People and credits: our columns, IMDb's {@code name.basics}, {@code title.principals} and {@code
 * title.crew}, the JSON of TMDB's {@code credits} files, and one credit per line by role.
 */
final class PersonFormats {
  static final String CAST = "cast";
  static final String CREW = "crew";
  private static final int LAST_CAST_ORDER = 1_000_000;

  /** Department and job of the roles that tables of credits name. */
  private static final Map<String, List<String>> ROLES =
      Map.of(
          "directors", List.of("Directing", "Director"),
          "director", List.of("Directing", "Director"),
          "writers", List.of("Writing", "Writer"),
          "writer", List.of("Writing", "Writer"),
          "cinematographers", List.of("Camera", "Director of Photography"),
          "cinematographer", List.of("Camera", "Director of Photography"),
          "editors", List.of("Editing", "Editor"),
          "editor", List.of("Editing", "Editor"),
          "producer", List.of("Production", "Producer"),
          "composer", List.of("Sound", "Original Music Composer"));

  static final List<FilmFormat> PEOPLE =
      List.of(
          FilmFormat.with(
              List.of("nconst", "primaryName"),
              List.of(),
              (line, given, facts) -> {
                String id = FilmValues.requiredKey(line, "nconst");
                String name = FilmValues.requiredText(line, "primaryName");
                facts.add(FactTable.PEOPLE.fact(null, id, name, id, null));
              }),
          FilmFormat.otherwise(PersonFormats::person, "person_id", "name", "imdb_id", "tmdb_id"));

  static final List<FilmFormat> CREDITS =
      List.of(
          FilmFormat.with(
              List.of("tconst", "nconst", "category"),
              List.of("ordering"),
              PersonFormats::principal),
          FilmFormat.with(
              List.of("tconst", "directors", "writers"),
              List.of(),
              (line, given, facts) ->
                  crewOf(
                      line, FilmId.of(line, "tconst", null), "directors", "writers", ",", facts)),
          FilmFormat.with(
              List.of("imdb_id", "director_nconsts", "writer_nconsts"),
              List.of(),
              (line, given, facts) ->
                  crewOf(
                      line, FilmId.of(line), "director_nconsts", "writer_nconsts", "\\|", facts)),
          FilmFormat.with(
              List.of("cast", "crew"),
              List.of("movie_id", "id"),
              (line, given, facts) -> TmdbCredits.read(line, facts)),
          FilmFormat.with(
              List.of("role", "person_tmdb_id"),
              List.of("imdb_id", "tmdb_id", "position", "person_name"),
              PersonFormats::byRole),
          FilmFormat.otherwise(
              PersonFormats::credit,
              "imdb_id",
              "tmdb_id",
              "person_id",
              "person_name",
              "credit_type",
              "department",
              "job",
              "cast_order"));

  private PersonFormats() {}

  private static void person(Fields line, Given given, List<Fact> facts) throws BadLine {
    facts.add(
        FactTable.PEOPLE.fact(
            null,
            FilmValues.requiredKey(line, "person_id"),
            FilmValues.requiredText(line, "name"),
            FilmValues.text(line, "imdb_id"),
            line.integer("tmdb_id")));
  }

  private static void credit(Fields line, Given given, List<Fact> facts) throws BadLine {
    String type = line.required("credit_type");
    if (!type.equals(CAST) && !type.equals(CREW)) {
      throw new BadLine("credit_type", "credit_type is neither cast nor crew");
    }
    facts.add(
        FactTable.CREDITS.fact(
            FilmId.of(line),
            FilmValues.requiredKey(line, "person_id"),
            FilmValues.text(line, "person_name"),
            type,
            FilmValues.text(line, "department"),
            FilmValues.key(line, "job"),
            FilmValues.whole(line, "cast_order", 0, LAST_CAST_ORDER)));
  }

  private static void principal(Fields line, Given given, List<Fact> facts) throws BadLine {
    String category = line.required("category");
    FilmId film = FilmId.of(line, "tconst", null);
    String person = FilmValues.requiredKey(line, "nconst");
    Integer order = FilmValues.whole(line, "ordering", 0, LAST_CAST_ORDER);
    facts.add(inRole(film, person, null, category, order));
  }

  private static void byRole(Fields line, Given given, List<Fact> facts) throws BadLine {
    line.required("person_tmdb_id");
    facts.add(
        inRole(
            FilmId.of(line),
            FilmValues.tmdbPerson(line.integer("person_tmdb_id")),
            FilmValues.text(line, "person_name"),
            line.required("role"),
            FilmValues.whole(line, "position", 0, LAST_CAST_ORDER)));
  }

  /** A role that is none of the crew's is played. */
  private static Fact inRole(FilmId film, String person, String name, String role, Integer order) {
    List<String> crew = ROLES.get(role);
    return crew == null
        ? FactTable.CREDITS.fact(film, person, name, CAST, "Acting", null, order)
        : FactTable.CREDITS.fact(film, person, name, CREW, crew.get(0), crew.get(1), null);
  }

  private static void crewOf(
      Fields line,
      FilmId film,
      String directors,
      String writers,
      String separator,
      List<Fact> facts)
      throws BadLine {
    for (String column : List.of(directors, writers)) {
      String role = column.equals(directors) ? "director" : "writer";
      String people = line.text(column);
      for (String person : people == null ? new String[0] : people.split(separator)) {
        if (!person.isBlank()) {
          facts.add(inRole(film, FilmValues.key(column, person.strip()), null, role, null));
        }
      }
    }
  }
}
