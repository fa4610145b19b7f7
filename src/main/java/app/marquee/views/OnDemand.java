package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import app.marquee.views.Answer.Origin;
import app.marquee.views.Condition.State;
import app.marquee.views.LiveBuilds.Result;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Documents that are built when they are read and held in memory, until the facts under the
 * published builds of their feature move on.
 *
 * <p>They must agree with those builds. A read at facts nobody has published yet therefore waits
 * for the feature's refresh, for a while; then the old document is served, with its reason. A
 * document of newer facts than the published ones is served only where there is no older one. While
 * refreshing is paused that goes for every document, however old.
 */
@ApplicationScoped
class OnDemand {
  private static final int MOST_HELD = 20_000;

  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final ViewMemory memory;
  private final Judge judge;
  private final LiveBuilds live;
  private final Coherence coherence;
  private final DatabaseTime time;
  private final Cache<Key, Build> held = Caffeine.newBuilder().maximumSize(MOST_HELD).build();

  OnDemand(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      ViewMemory memory,
      Judge judge,
      LiveBuilds live,
      Coherence coherence,
      DatabaseTime time) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.memory = memory;
    this.judge = judge;
    this.live = live;
    this.coherence = coherence;
    this.time = time;
  }

  /** A document and where it came from; or, without one, what computing it came to. */
  record Found(Build build, Document document, Origin origin, Result result) {}

  Uni<Found> read(View view, Key key) {
    Feature feature = catalog.feature(key);
    if (refreshExpected(feature)) {
      return coherence
          .pollUntil(() -> !refreshExpected(feature))
          .ifNoItem()
          .after(config.onDemandWait())
          .fail()
          .onFailure(failure -> failure instanceof TimeoutException || DatabaseFailure.is(failure))
          .recoverWithNull()
          .chain(() -> find(view, key));
    }
    return find(view, key);
  }

  /**
   * Whether newer facts than the published ones are on their way into the builds; not when that has
   * taken longer than any refresh should, or none may begin.
   */
  private boolean refreshExpected(Feature feature) {
    OptionalLong published = index.publishedVersion(catalog.keysOf(feature));
    if (published.isEmpty() || index.refreshingPause().isPresent()) {
      return false;
    }
    Instant since = index.source(feature.name()).outdatedSince(published.getAsLong());
    return since != null && Duration.between(since, time.now()).compareTo(config.dueGrace()) < 0;
  }

  private Uni<Found> find(View view, Key key) {
    Build build = held.getIfPresent(key);
    Document document = build == null ? null : memory.find(key, build.etag());
    if (document == null) {
      return compute(key, Origin.MISS);
    }
    Condition condition = judge.judge(build);
    State state = condition.state();
    boolean usable = state == State.FRESH || state == State.STALE;
    if (index.refreshingPause().isPresent()
        || usable && agrees(build) && (condition.upToDate() || unpublishedFacts(build))) {
      return Uni.createFrom().item(new Found(build, document, Origin.HIT, null));
    }
    return compute(key, Origin.STALE)
        .map(
            found ->
                found.result() instanceof Result.Failed && state != State.UNUSABLE
                    ? new Found(build, document, Origin.HIT, null)
                    : found);
  }

  /** Whether it is not of older facts than the published builds of its feature. */
  private boolean agrees(Build build) {
    List<Key> published = catalog.keysOf(catalog.feature(build.key()));
    return build.sourceVersion() >= index.publishedVersion(published).orElse(0);
  }

  /** Whether computing it anew would make it differ from the published builds of its feature. */
  private boolean unpublishedFacts(Build build) {
    return index.source(catalog.feature(build.key()).name()).current() > build.sourceVersion();
  }

  private Uni<Found> compute(Key key, Origin origin) {
    return live.compute(key)
        .map(
            result -> {
              if (!(result instanceof Result.Computed computed)) {
                return new Found(null, null, origin, result);
              }
              memory.hold(key, computed.build().etag(), computed.document());
              held.put(key, computed.build());
              memory.keepOnly(Map.of(key, computed.build().etag()));
              return new Found(computed.build(), computed.document(), origin, result);
            });
  }
}
