package app.marquee.proposals.posters;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Pictures of this node, bounded by bytes and by time: what another node changes is seen when its
 * time is up.
 */
@ApplicationScoped
class PosterMemory {
  private static final int OVERHEAD = 256;

  private record Id(String imdbId, PosterSize size) {}

  private final Cache<Id, Picture> pictures;

  PosterMemory(PostersConfig config, Clock clock) {
    pictures =
        Caffeine.newBuilder()
            .maximumWeight(config.memoryMegabytes() * 1_000_000L)
            .weigher((Id id, Picture picture) -> OVERHEAD + picture.bytes().length)
            .expireAfterWrite(config.memoryFor())
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  Optional<Picture> find(String imdbId, PosterSize size) {
    return Optional.ofNullable(pictures.getIfPresent(new Id(imdbId, size)));
  }

  void hold(String imdbId, PosterSize size, Picture picture) {
    pictures.put(new Id(imdbId, size), picture);
  }

  void evict(String imdbId) {
    List<Id> ids = Stream.of(PosterSize.values()).map(size -> new Id(imdbId, size)).toList();
    pictures.invalidateAll(ids);
  }
}
