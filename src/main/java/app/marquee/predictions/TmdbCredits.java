package app.marquee.predictions;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.predictions.FactTable.Fact;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * Lines of TMDB's credits files: a film's whole cast and crew as JSON in two columns. The Movies
 * Dataset writes them as Python does, with single quotes and {@code None}.
 */
final class TmdbCredits {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private TmdbCredits() {}

  static void read(Fields line, List<Fact> facts) throws BadLine {
    FilmId film = FilmId.of(line, null, line.text("movie_id") != null ? "movie_id" : "id");
    for (JsonNode credit : array(line, "cast")) {
      facts.add(
          FactTable.CREDITS.fact(
              film,
              person(credit),
              text(credit, "name"),
              PersonFormats.CAST,
              "Acting",
              null,
              credit.path("order").canConvertToInt() && credit.path("order").intValue() >= 0
                  ? credit.path("order").intValue()
                  : null));
    }
    for (JsonNode credit : array(line, "crew")) {
      facts.add(
          FactTable.CREDITS.fact(
              film,
              person(credit),
              text(credit, "name"),
              PersonFormats.CREW,
              text(credit, "department"),
              FilmValues.key("job", text(credit, "job")),
              null));
    }
  }

  private static String person(JsonNode credit) throws BadLine {
    JsonNode id = credit.path("id");
    if (!id.canConvertToExactIntegral()) {
      throw new BadLine("a credit has no id");
    }
    return FilmValues.tmdbPerson(id.longValue());
  }

  private static String text(JsonNode credit, String name) throws BadLine {
    String text = credit.path(name).asText("").strip();
    if (text.length() > 1_000 || text.indexOf('\0') >= 0) {
      throw new BadLine(name + " of a credit is too long or holds a zero byte");
    }
    return text.isEmpty() ? null : text;
  }

  private static JsonNode array(Fields line, String column) throws BadLine {
    String text = line.text(column);
    if (text == null) {
      return JSON.createArrayNode();
    }
    try {
      JsonNode array = JSON.readTree(text.replace(": None", ": null"));
      if (array.isArray()) {
        return array;
      }
    } catch (JsonProcessingException e) {
      throw new BadLine(column, column + " is not JSON: " + e.getOriginalMessage());
    }
    throw new BadLine(column, column + " is not a JSON array");
  }
}
