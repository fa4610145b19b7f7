package app.marquee.parks.collect;

import app.marquee.parks.ParkFeeds;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** ThemeParks.wiki. */
final class WikiSource implements ParkSource {
  private final WikiApi api;
  private final ProviderCall call;
  private final ParkFeeds feeds;
  private final Uni<JsonNode> destinations;

  WikiSource(WikiApi api, ProviderCall call, ParkFeeds feeds) {
    this.api = api;
    this.call = call;
    this.feeds = feeds;
    this.destinations = call.json(api::destinations).memoize().indefinitely();
  }

  @Override
  public Uni<Void> introduce(String ref) {
    return destinations
        .chain(
            resorts ->
                call.json(() -> api.entity(ref))
                    .chain(entity -> feeds.addWikiPark(ref, entity, resorts)))
        .chain(() -> call.json(() -> api.children(ref)))
        .chain(children -> feeds.addWikiRides(ref, children));
  }

  @Override
  public Uni<JsonNode> live(String ref) {
    return call.json(() -> api.live(ref));
  }

  @Override
  public boolean tellsHours() {
    return true;
  }

  @Override
  public Uni<Void> takeHours(String ref) {
    return call.json(() -> api.schedule(ref)).chain(answer -> feeds.takeWikiSchedule(ref, answer));
  }
}
