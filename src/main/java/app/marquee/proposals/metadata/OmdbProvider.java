package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OMDb. */
final class OmdbProvider implements MetadataProvider {
  static final String NAME = "omdb";

  private final OmdbApi api;
  private final ProviderCall call;
  private final String key;

  OmdbProvider(OmdbApi api, ProviderCall call, String key) {
    this.api = api;
    this.call = call;
    this.key = key;
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
    return call.ask(() -> api.title(key, imdbId), OmdbProvider::meaning)
        .map(
            reply ->
                Map.of(
                    imdbId,
                    reply instanceof Reply.Answered answered
                        ? OmdbFormat.film(answered.body(), imdbId)
                        : reply.withoutFilm()));
  }

  @Override
  public Uni<Optional<List<SearchHit>>> search(String title) {
    return call.askOnce(() -> api.search(key, title, "movie"), OmdbProvider::meaning)
        .map(OmdbProvider::hits);
  }

  @Override
  public Optional<CircuitBreakerState> breaker() {
    return Optional.of(call.breaker());
  }

  private static Optional<List<SearchHit>> hits(Reply reply) {
    if (reply instanceof Reply.Nothing) {
      return Optional.of(List.of());
    }
    return reply instanceof Reply.Answered answered && !OmdbFormat.isError(answered.body())
        ? Optional.of(OmdbFormat.hits(answered.body()))
        : Optional.empty();
  }

  private static ProviderCall.Meaning meaning(JsonNode body) {
    if (!OmdbFormat.isError(body)) {
      return ProviderCall.Meaning.ANSWER;
    }
    return switch (OmdbFormat.refusal(body)) {
      case QUOTA -> ProviderCall.Meaning.QUOTA_SPENT;
      case KEY -> ProviderCall.Meaning.KEY_REFUSED;
      case NOTHING -> ProviderCall.Meaning.NOTHING;
      case OTHER -> ProviderCall.Meaning.ANSWER;
    };
  }
}
