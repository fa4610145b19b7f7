package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What one provider tells of a film, whichever it is. Everything but the title may be null: it does
 * not say.
 *
 * @param runtimeSeconds positive
 * @param genres may be empty
 * @param posterUrl https
 * @param rating 0 to 10, of {@code ratingSource}
 * @param ratingSource {@code imdb} or {@code tmdb}; null exactly when there is no rating
 * @param metascore 0 to 100
 */
record FilmMetadata(
    String title,
    String originalTitle,
    Integer year,
    String plot,
    Integer runtimeSeconds,
    List<String> genres,
    String posterUrl,
    Double rating,
    Integer votes,
    String ratingSource,
    Integer metascore) {

  /** As {@code movie_metadata.cached_imdb_data} has it: every member is there, null or not. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("title", title);
    json.put("original_title", originalTitle);
    json.put("year", year);
    json.put("plot", plot);
    json.put("runtime_seconds", runtimeSeconds);
    if (genres.isEmpty()) {
      json.putNull("genres");
    } else {
      genres.forEach(json.withArray("genres")::add);
    }
    json.put("poster_url", posterUrl);
    json.put("imdb_rating", rating);
    json.put("imdb_votes", votes);
    json.put("rating_source", ratingSource);
    json.put("metascore", metascore);
    return json.toString();
  }
}
