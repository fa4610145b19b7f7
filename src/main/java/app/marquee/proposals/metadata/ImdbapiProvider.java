package app.marquee.proposals.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** imdbapi.dev, or one that answers as it did. */
final class ImdbapiProvider implements MetadataProvider {
  static final String NAME = "imdbapi";

  // More than are shown: what is no film is left out.
  private static final int HITS = 30;

  private final ImdbapiApi api;
  private final ProviderCall call;
  private final int batch;

  ImdbapiProvider(ImdbapiApi api, ProviderCall call, int batch) {
    this.api = api;
    this.call = call;
    this.batch = batch;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int atOnce() {
    return batch;
  }

  @Override
  public Uni<Map<String, ProviderAnswer>> ask(List<String> imdbIds) {
    return imdbIds.size() == 1
        ? one(imdbIds.get(0))
        : call.ask(() -> api.titles(imdbIds), ImdbapiProvider::meaning)
            .chain(reply -> several(imdbIds, reply));
  }

  @Override
  public Uni<Optional<List<SearchHit>>> search(String title) {
    return call.askOnce(() -> api.search(title, HITS), ImdbapiProvider::meaning)
        .map(
            reply ->
                reply instanceof Reply.Answered answered
                    ? Optional.of(ImdbapiFormat.hits(answered.body()))
                    : Optional.empty());
  }

  @Override
  public Optional<CircuitBreakerState> breaker() {
    return Optional.of(call.breaker());
  }

  private Uni<Map<String, ProviderAnswer>> one(String imdbId) {
    return call.ask(() -> api.title(imdbId), ImdbapiProvider::meaning)
        .map(
            reply ->
                Map.of(
                    imdbId,
                    reply instanceof Reply.Answered answered
                        ? ImdbapiFormat.film(answered.body(), imdbId)
                        : reply.withoutFilm()));
  }

  // Some batches are refused for one film in them; and what is left out may be there all the same.
  private Uni<Map<String, ProviderAnswer>> several(List<String> imdbIds, Reply reply) {
    if (reply instanceof Reply.Answered answered) {
      Map<String, ProviderAnswer> found = found(imdbIds, answered.body());
      return inTurn(
          imdbIds.stream().filter(id -> !found.containsKey(id)).map(List::of).toList(), found);
    }
    if (reply instanceof Reply.Refused || reply instanceof Reply.Nothing) {
      int half = imdbIds.size() / 2;
      return inTurn(
          List.of(imdbIds.subList(0, half), imdbIds.subList(half, imdbIds.size())), Map.of());
    }
    Map<String, ProviderAnswer> none = new HashMap<>();
    imdbIds.forEach(id -> none.put(id, reply.withoutFilm()));
    return Uni.createFrom().item(none);
  }

  private Uni<Map<String, ProviderAnswer>> inTurn(
      List<List<String>> parts, Map<String, ProviderAnswer> before) {
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(this::ask)
        .collect()
        .in(() -> new HashMap<>(before), Map::putAll);
  }

  private static Map<String, ProviderAnswer> found(List<String> imdbIds, JsonNode body) {
    Map<String, ProviderAnswer> found = new HashMap<>();
    Told.elements(body.path("titles"))
        .filter(title -> imdbIds.contains(title.path("id").asText()))
        .forEach(
            title -> {
              String id = title.path("id").asText();
              found.put(id, ImdbapiFormat.film(title, id));
            });
    return found;
  }

  private static ProviderCall.Meaning meaning(JsonNode body) {
    return ProviderCall.Meaning.ANSWER;
  }
}
