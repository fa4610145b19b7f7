package app.marquee.proposals.metadata;

import app.marquee.proposals.metadata.ProviderAnswer.Failed;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The Movie Database, version 3. Its ratings are its own. */
final class TmdbFormat {
  private static final int SECONDS = 60;
  private static final String POSTERS = "https://image.tmdb.org/t/p/w500";
  private static final Pattern POSTER_PATH = Pattern.compile("/[A-Za-z0-9_-]{1,100}\\.(jpg|png)");

  private TmdbFormat() {}

  /** Its own number of the film that a search by another id has found. */
  static OptionalLong number(JsonNode answer) {
    JsonNode id = answer.at("/movie_results/0/id");
    return id.isIntegralNumber() ? OptionalLong.of(id.asLong()) : OptionalLong.empty();
  }

  static ProviderAnswer film(JsonNode answer, String imdbId) {
    String title = Told.title(answer.path("title"));
    boolean another =
        answer.path("imdb_id").isTextual() && !imdbId.equals(answer.path("imdb_id").asText());
    if (title == null || another) {
      return new Failed("the answer is not about " + imdbId);
    }
    Integer votes = Told.count(answer.path("vote_count"));
    Double rating = Told.rating(answer.path("vote_average"));
    return new Found(
        new FilmMetadata(
            title,
            Told.title(answer.path("original_title")),
            Told.year(answer.path("release_date")),
            Told.plot(answer.path("overview")),
            Told.seconds(answer.path("runtime"), SECONDS),
            Told.genres(Told.elements(answer.path("genres")).map(genre -> genre.path("name"))),
            poster(answer.path("poster_path").asText()),
            rating,
            rating == null ? null : votes,
            rating == null ? null : "tmdb",
            null));
  }

  /** Where a picture is that TMDB and files made of it name by a path; null if it is none. */
  static String poster(String path) {
    return path != null && POSTER_PATH.matcher(path).matches() ? POSTERS + path : null;
  }
}
