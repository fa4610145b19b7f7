package app.marquee.parks.collect;

import app.marquee.parks.ParkFeeds;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;

/** Queue-Times.com. */
final class QueueTimesSource implements ParkSource {
  private final QueueTimesApi api;
  private final ProviderCall call;
  private final ParkFeeds feeds;
  private final Uni<JsonNode> parks;

  QueueTimesSource(QueueTimesApi api, ProviderCall call, ParkFeeds feeds) {
    this.api = api;
    this.call = call;
    this.feeds = feeds;
    this.parks = call.json(api::parks).memoize().indefinitely();
  }

  @Override
  public Uni<Void> introduce(String ref) {
    return parks.chain(all -> feeds.addQueueTimesPark(ref, all));
  }

  @Override
  public Uni<JsonNode> live(String ref) {
    return call.json(() -> api.queueTimes(ref));
  }

  @Override
  public boolean tellsHours() {
    return false;
  }

  @Override
  public Uni<Void> takeHours(String ref) {
    return Uni.createFrom().voidItem();
  }
}
