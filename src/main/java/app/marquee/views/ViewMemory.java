package app.marquee.views;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Documents and encoded slices of this node, bounded together by bytes; what was read least goes
 * first.
 *
 * <p>A slice belongs to one build: once the next one is known, nobody asks for it again.
 */
@ApplicationScoped
public class ViewMemory {
  private static final int OVERHEAD = 256;

  private sealed interface Id {
    Key key();

    String etag();
  }

  private record DocumentId(Key key, String etag) implements Id {}

  private record SliceId(Key key, String etag, Instant generatedAt, Instant asOf, Slice slice)
      implements Id {}

  private final Cache<Id, Object> cache;
  private final Map<Key, Build> newestHeld = new ConcurrentHashMap<>();
  private final long capacity;

  ViewMemory(ViewsConfig config) {
    capacity = config.memoryMegabytes() * 1_000_000L;
    cache =
        Caffeine.newBuilder()
            .maximumWeight(capacity)
            .weigher(
                (Id id, Object held) ->
                    OVERHEAD + (held instanceof Document d ? d.weight() : ((byte[]) held).length))
            .build();
  }

  Document find(Key key, String etag) {
    return (Document) cache.getIfPresent(new DocumentId(key, etag));
  }

  /** A build that is about to be replaced; its document stays until the next one has come. */
  void rememberIfHeld(Build build) {
    if (find(build.key(), build.etag()) != null) {
      newestHeld.put(build.key(), build);
    }
  }

  /** The newest build before the current one whose document is still here. */
  Optional<Build> findBefore(Key key) {
    return Optional.ofNullable(newestHeld.get(key))
        .filter(build -> find(key, build.etag()) != null);
  }

  void hold(Key key, String etag, Document document) {
    cache.put(new DocumentId(key, etag), document);
  }

  /**
   * Drops what earlier builds of these keys left, in one pass. Waiting for their eviction would
   * fill the memory with documents nobody asks for again: every run replaces most of them.
   *
   * @param etags of the current build of each key
   */
  void keepOnly(Map<Key, String> etags) {
    cache
        .asMap()
        .keySet()
        .removeIf(id -> !etags.getOrDefault(id.key(), id.etag()).equals(id.etag()));
  }

  /** The bytes of a slice, encoded at its first request. */
  byte[] slice(Build build, Slice slice, Supplier<byte[]> encode) {
    SliceId id = new SliceId(build.key(), build.etag(), build.generatedAt(), build.asOf(), slice);
    byte[] held = findSlice(id);
    if (held == null) {
      held = encode.get();
      cache.put(id, held);
    }
    return held;
  }

  /** The bytes of a slice if it has been asked for before, else null. */
  byte[] findSlice(Build build, Slice slice) {
    return findSlice(
        new SliceId(build.key(), build.etag(), build.generatedAt(), build.asOf(), slice));
  }

  private byte[] findSlice(SliceId id) {
    return (byte[]) cache.getIfPresent(id);
  }

  /** Bytes held, about. */
  public long bytes() {
    // The sum follows puts and removals a little later, by somebody else's hand.
    cache.cleanUp();
    return cache.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** Bytes it may hold. */
  public long maxBytes() {
    return cache.policy().eviction().orElseThrow().getMaximum();
  }

  void clear() {
    newestHeld.clear();
    cache.invalidateAll();
  }
}
