package app.marquee.ops;

import app.marquee.views.Catalog;
import app.marquee.views.Feature;
import app.marquee.views.Key;
import app.marquee.views.ViewEvent;
import app.marquee.views.ViewIndex;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The publishes this node has seen, its own at once and those of others by its poll. */
@ApplicationScoped
class PublishEvents {
  private static final int KEYS = 200;

  private final Catalog catalog;
  private final ViewIndex index;
  private final ObjectMapper json;
  private final Hub<ViewEvent.PublishSeen> seen = new Hub<>();

  PublishEvents(Catalog catalog, ViewIndex index, ObjectMapper json) {
    this.catalog = catalog;
    this.index = index;
    this.json = json;
  }

  /** What a client is told; {@code more} keys than are named. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Told(String feature, long generation, List<String> keys, int more, int confirmed) {}

  void on(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.PublishSeen publish) {
      seen.tell(publish);
    }
  }

  /**
   * What was published after a generation, one event per feature, and then every publish.
   *
   * @param since 0 for whoever asks the first time and so has missed no key
   */
  Multi<OutboundSseEvent> of(Collection<Feature> features, long since) {
    List<String> names = features.stream().map(Feature::name).toList();
    return Multi.createBy()
        .merging()
        // Listened to before it is looked up: what is published meanwhile is told twice, not lost.
        .streams(
            seen.items().filter(publish -> names.contains(publish.feature())),
            Multi.createFrom().items(() -> missed(features, since).stream()))
        .map(this::event);
  }

  private List<ViewEvent.PublishSeen> missed(Collection<Feature> features, long since) {
    return features.stream()
        .map(feature -> missed(feature, since))
        .filter(publish -> publish.generation() > since)
        .sorted(Comparator.comparingLong(ViewEvent.PublishSeen::generation))
        .toList();
  }

  private ViewEvent.PublishSeen missed(Feature feature, long since) {
    List<Key> keys = catalog.keysOf(feature);
    List<Key> newer =
        keys.stream().filter(key -> since > 0 && index.generation(List.of(key)) > since).toList();
    return new ViewEvent.PublishSeen(feature.name(), index.generation(keys), newer, 0);
  }

  private OutboundSseEvent event(ViewEvent.PublishSeen publish) {
    List<String> keys = publish.changed().stream().map(Key::toString).sorted().toList();
    Told told =
        new Told(
            publish.feature(),
            publish.generation(),
            keys.stream().limit(KEYS).toList(),
            Math.max(0, keys.size() - KEYS),
            publish.confirmed());
    return EventStreams.event(publish.generation(), "publish", write(told));
  }

  private String write(Told told) {
    try {
      return json.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
