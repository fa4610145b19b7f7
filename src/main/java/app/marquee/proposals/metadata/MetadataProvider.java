package app.marquee.proposals.metadata;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who may know of films. Errors of every method: those of our own database. */
interface MetadataProvider {
  String name();

  /** How many films one call asks for. */
  int atOnce();

  /** What it says of each of these films; takes the time it needs. */
  Uni<Map<String, ProviderAnswer>> ask(List<String> imdbIds);

  /** Films of that title; empty if it cannot say now, or never can. */
  Uni<Optional<List<SearchHit>>> search(String title);

  /** Empty for one that is never called. */
  default Optional<CircuitBreakerState> breaker() {
    return Optional.empty();
  }
}
