package app.marquee.proposals.metadata;

import app.marquee.proposals.ImdbId;
import app.marquee.proposals.metadata.ProviderAnswer.Failed;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import app.marquee.proposals.metadata.ProviderAnswer.NotFound;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** OMDb: every value a text, "N/A" where there is none, and errors under status 200 or 401. */
final class OmdbFormat {
  private OmdbFormat() {}

  /** What kind of error a text of OMDb tells. */
  enum Refusal {
    /** The day's calls are spent. */
    QUOTA,
    /** There is no such key. */
    KEY,
    /** There is no such film. */
    NOTHING,
    OTHER;

    private static Refusal of(String error) {
      String text = error.toLowerCase(Locale.ROOT);
      if (text.contains("limit reached")) {
        return QUOTA;
      }
      if (text.contains("api key")) {
        return KEY;
      }
      boolean nothing =
          text.contains("not found")
              || text.contains("incorrect imdb id")
              || text.contains("error getting data")
              || text.contains("too many results");
      return nothing ? NOTHING : OTHER;
    }
  }

  static boolean isError(JsonNode answer) {
    return "false".equalsIgnoreCase(answer.path("Response").asText()) || answer.has("Error");
  }

  static Refusal refusal(JsonNode answer) {
    return Refusal.of(answer.path("Error").asText());
  }

  static ProviderAnswer film(JsonNode answer, String imdbId) {
    if (isError(answer)) {
      return refusal(answer) == Refusal.NOTHING
          ? new NotFound()
          : new Failed("it says: " + Told.title(answer.path("Error")));
    }
    String title = Told.title(answer.path("Title"));
    if (title == null || answer.has("imdbID") && !imdbId.equals(answer.path("imdbID").asText())) {
      return new Failed("the answer is not about " + imdbId);
    }
    Double rating = Told.rating(answer.path("imdbRating"));
    return new Found(
        new FilmMetadata(
            title,
            null,
            Told.year(answer.path("Year")),
            Told.plot(answer.path("Plot")),
            Told.secondsOfText(answer.path("Runtime")),
            genres(answer.path("Genre")),
            Told.httpsUrl(answer.path("Poster")),
            rating,
            rating == null ? null : Told.count(answer.path("imdbVotes")),
            rating == null ? null : "imdb",
            Told.metascore(answer.path("Metascore"))));
  }

  static List<SearchHit> hits(JsonNode answer) {
    return Told.elements(answer.path("Search"))
        .map(
            hit ->
                new SearchHit(
                    hit.path("imdbID").asText(),
                    Told.title(hit.path("Title")),
                    Told.year(hit.path("Year"))))
        .filter(hit -> ImdbId.is(hit.imdbId()) && hit.title() != null)
        .toList();
  }

  private static List<String> genres(JsonNode list) {
    return Told.genres(Arrays.stream(list.asText().split(",")).map(TextNode::valueOf));
  }
}
