package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The Movie Database. Its search does not tell ids of IMDb, so it takes no part in ours. */
final class TmdbProvider implements MetadataProvider {
  static final String NAME = "tmdb";

  private static final String SOURCE = "imdb_id";
  private static final String LONG_KEY = "eyJ";

  private final TmdbApi api;
  private final ProviderCall call;
  private final String key;
  private final String authorization;

  TmdbProvider(TmdbApi api, ProviderCall call, String key) {
    this.api = api;
    this.call = call;
    this.key = key.startsWith(LONG_KEY) ? null : key;
    this.authorization = key.startsWith(LONG_KEY) ? "Bearer " + key : null;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public Uni<Map<String, ProviderAnswer>> ask(List<String> imdbIds) {
    String imdbId = imdbIds.get(0);
    return call.ask(() -> api.find(imdbId, SOURCE, key, authorization), TmdbProvider::meaning)
        .chain(
            reply ->
                reply instanceof Reply.Answered answered
                    ? film(TmdbFormat.number(answered.body()), imdbId)
                    : Uni.createFrom().item(reply.withoutFilm()))
        .map(answer -> Map.of(imdbId, answer));
  }

  @Override
  public Uni<Optional<List<SearchHit>>> search(String title) {
    return Uni.createFrom().item(Optional.empty());
  }

  @Override
  public Optional<CircuitBreakerState> breaker() {
    return Optional.of(call.breaker());
  }

  private Uni<ProviderAnswer> film(OptionalLong number, String imdbId) {
    if (number.isEmpty()) {
      return Uni.createFrom().item(new ProviderAnswer.NotFound());
    }
    return call.ask(() -> api.movie(number.getAsLong(), key, authorization), TmdbProvider::meaning)
        .map(
            reply ->
                reply instanceof Reply.Answered answered
                    ? TmdbFormat.film(answered.body(), imdbId)
                    : reply.withoutFilm());
  }

  private static ProviderCall.Meaning meaning(JsonNode body) {
    return ProviderCall.Meaning.ANSWER;
  }
}
