package app.marquee.proposals.metadata;

import app.marquee.proposals.ImdbId;
import app.marquee.proposals.metadata.ProviderAnswer.Failed;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Titles as imdbapi.dev told them, and those who took its place. */
final class ImdbapiFormat {
  private static final String MOVIE = "movie";

  private ImdbapiFormat() {}

  /** {@code answer} is a title, or an object with one under {@code title}. */
  static ProviderAnswer film(JsonNode answer, String imdbId) {
    JsonNode title = answer.path("title").isObject() ? answer.path("title") : answer;
    String name = name(title);
    if (name == null || title.has("id") && !imdbId.equals(title.path("id").asText())) {
      return new Failed("the answer is not about " + imdbId);
    }
    Double rating = Told.rating(title.at("/rating/aggregateRating"));
    return new Found(
        new FilmMetadata(
            name,
            Told.title(title.path("originalTitle")),
            Told.year(title.path("startYear")),
            plot(title),
            Told.seconds(title.path("runtimeSeconds"), 1),
            Told.genres(Told.elements(title.path("genres"))),
            Told.httpsUrl(title.at("/primaryImage/url")),
            rating,
            rating == null ? null : Told.count(title.at("/rating/voteCount")),
            rating == null ? null : "imdb",
            Told.metascore(title.at("/metacritic/score"))));
  }

  static List<SearchHit> hits(JsonNode answer) {
    return Told.elements(answer.path("titles"))
        .filter(title -> MOVIE.equals(title.path("type").asText()))
        .map(
            title ->
                new SearchHit(
                    title.path("id").asText(), name(title), Told.year(title.path("startYear"))))
        .filter(hit -> ImdbId.is(hit.imdbId()) && hit.title() != null)
        .toList();
  }

  private static String name(JsonNode title) {
    String primary = Told.title(title.path("primaryTitle"));
    return primary == null ? Told.title(title.path("originalTitle")) : primary;
  }

  // Early versions had an object instead.
  private static String plot(JsonNode title) {
    String plot = Told.plot(title.path("plot"));
    return plot == null ? Told.plot(title.at("/plotOutline/text")) : plot;
  }
}
