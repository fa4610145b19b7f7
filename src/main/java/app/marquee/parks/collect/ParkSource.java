package app.marquee.parks.collect;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** One provider for the length of a cycle. Errors of all calls: {@link CallFailed}. */
interface ParkSource {
  /** Stores a park, named by the provider's id, that was never seen before. */
  Uni<Void> introduce(String ref);

  /** The present state of a park's rides, as the provider words it. */
  Uni<JsonNode> live(String ref);

  /** Whether it tells opening hours at all. */
  boolean tellsHours();

  /** Stores a park's opening hours. */
  Uni<Void> takeHours(String ref);
}
