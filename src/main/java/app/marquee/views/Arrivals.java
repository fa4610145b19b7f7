package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in builds, published here or elsewhere, and tells what this node had not seen before. */
@ApplicationScoped
class Arrivals {
  private final Catalog catalog;
  private final ViewIndex index;
  private final ViewMemory memory;
  private final Event<ViewEvent> events;

  Arrivals(Catalog catalog, ViewIndex index, ViewMemory memory, Event<ViewEvent> events) {
    this.catalog = catalog;
    this.index = index;
    this.memory = memory;
    this.events = events;
  }

  private record News(List<Key> changed, List<Key> confirmed) {}

  /** Tells once per feature, after all of them are known. */
  void learn(Collection<Build> builds) {
    Map<Feature, News> news = new LinkedHashMap<>();
    for (Build build : builds) {
      index.find(build.key()).ifPresent(memory::rememberIfHeld);
      ViewIndex.Change change = index.learnBuild(build);
      if (change != ViewIndex.Change.NONE) {
        News ofFeature =
            news.computeIfAbsent(
                catalog.feature(build.key()),
                unheard -> new News(new ArrayList<>(), new ArrayList<>()));
        (change == ViewIndex.Change.CHANGED ? ofFeature.changed() : ofFeature.confirmed())
            .add(build.key());
      }
    }
    news.forEach(this::tell);
  }

  private void tell(Feature feature, News news) {
    events.fire(
        new ViewEvent.PublishSeen(
            feature.name(),
            index.generation(catalog.keysOf(feature)),
            news.changed(),
            news.confirmed().size()));
  }
}
