package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import app.marquee.views.Answer.Origin;
import app.marquee.views.Condition.State;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Answers reads. A hit in memory runs no query; a key this node does not hold costs one primary-key
 * read; only a {@code compute} view without a usable build runs its statement, once.
 */
@ApplicationScoped
public class ViewServer {
  // A document that is at hand, though replaced, is not held back for long.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final ViewMemory memory;
  private final Bodies bodies;
  private final Judge judge;
  private final LiveBuilds live;
  private final OnDemand onDemand;
  private final Coherence coherence;
  private final DatabaseTime time;
  private final Map<Key, Boolean> revalidating = new ConcurrentHashMap<>();

  ViewServer(
      Catalog catalog,
      ViewsConfig config,
      ViewIndex index,
      ViewMemory memory,
      Bodies bodies,
      Judge judge,
      LiveBuilds live,
      OnDemand onDemand,
      Coherence coherence,
      DatabaseTime time) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.memory = memory;
    this.bodies = bodies;
    this.judge = judge;
    this.live = live;
    this.onDemand = onDemand;
    this.coherence = coherence;
    this.time = time;
  }

  public Uni<Answer> read(Key key) {
    View view = catalog.view(key);
    if (view.onDemand() && config.enabled()) {
      return onDemand.read(view, key).map(found -> answer(view, key, found));
    }
    if (!config.enabled() && view.policy() == Policy.COMPUTE) {
      return live.compute(key).map(result -> answer(view, key, result, Origin.BYPASS));
    }
    Optional<Build> build = index.find(key);
    if (build.isPresent()) {
      return read(view, build.get());
    }
    return coherence
        .poll()
        .onFailure(DatabaseFailure::is)
        .recoverWithNull()
        .chain(
            () ->
                index
                    .find(key)
                    .map(found -> read(view, found))
                    .orElseGet(() -> missing(view, key)));
  }

  /**
   * The build of a key as it is stored, whatever its age; nothing is computed. Empty if there is
   * none, or it is being replaced.
   */
  public Uni<Optional<Answer.Served>> stored(Key key) {
    return index
        .find(key)
        .map(
            build ->
                served(catalog.view(key), build, judge.judge(build)).map(ViewServer::onlyServed))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Optional<Answer.Served> onlyServed(Answer answer) {
    return answer instanceof Answer.Served served ? Optional.of(served) : Optional.empty();
  }

  private Uni<Answer> read(View view, Build build) {
    Condition condition = judge.judge(build);
    boolean usable =
        condition.state() == State.FRESH
            || condition.state() == State.STALE
            || view.policy() == Policy.REPORT;
    if (!usable && !condition.reason().equals(Reason.PAUSED)) {
      return recompute(view, build, condition);
    }
    if (!condition.upToDate() && usable && view.policy() == Policy.COMPUTE) {
      revalidate(build.key(), condition);
    }
    return served(view, build, condition);
  }

  private Uni<Answer> served(View view, Build build, Condition condition) {
    Document held = memory.find(build.key(), build.etag());
    if (held != null) {
      return Uni.createFrom().item(served(view, build, condition, Origin.HIT, held));
    }
    return load(view, build, condition);
  }

  /**
   * Reads the body. While the database is away or hangs, the document before it is better than
   * none: this node had it a moment ago.
   */
  private Uni<Answer> load(View view, Build build, Condition condition) {
    Uni<Answer> loaded = loaded(view, build, condition);
    return memory
        .findBefore(build.key())
        .flatMap(held -> before(view, held))
        .map(
            answer ->
                loaded
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure(DatabaseFailure::is)
                    .recoverWithItem(answer))
        .orElse(loaded);
  }

  private Optional<Answer> before(View view, Build held) {
    Condition condition = judge.judgeReplaced(held);
    Document document = memory.find(held.key(), held.etag());
    return document == null || condition.state() == State.UNUSABLE
        ? Optional.empty()
        : Optional.of(served(view, held, condition, Origin.HIT, document));
  }

  private Uni<Answer> loaded(View view, Build build, Condition condition) {
    return bodies
        .load(build)
        .chain(
            loaded ->
                loaded
                    .map(
                        document ->
                            Uni.createFrom()
                                .item(served(view, build, condition, Origin.HIT, document)))
                    // Published or deleted between the poll and this read: look again.
                    .orElseGet(() -> lookAgain(build).chain(() -> again(view, build))));
  }

  /** A poll that was under way may have read before that publish; the next one has not. */
  private Uni<Void> lookAgain(Build gone) {
    return coherence
        .poll()
        .chain(
            () ->
                index.find(gone.key()).filter(now -> now.etag().equals(gone.etag())).isPresent()
                    ? coherence.poll()
                    : Uni.createFrom().voidItem());
  }

  private Uni<Answer> again(View view, Build before) {
    Optional<Build> now = index.find(before.key());
    if (now.isEmpty()) {
      return missing(view, before.key());
    }
    return now.get().etag().equals(before.etag())
        ? Uni.createFrom()
            .item(
                new Answer.Unavailable(
                    before.key(), Reason.REFRESHING, "being replaced", Duration.ofSeconds(1)))
        : served(view, now.get(), judge.judge(now.get()));
  }

  private Answer served(
      View view, Build build, Condition condition, Origin origin, Document document) {
    return new Answer.Served(
        view,
        build,
        condition,
        origin,
        new Answer.Bytes() {
          @Override
          public byte[] of(Slice slice) {
            return memory.slice(
                build, slice, () -> SliceEncoder.encode(view, build, document, slice));
          }

          @Override
          public byte[] atHand(Slice slice) {
            return memory.findSlice(build, slice);
          }

          @Override
          public Answer.Matching matching(Slice slice, Predicate<JsonNode> wanted) {
            return SliceEncoder.matching(view, build, document, slice, wanted);
          }
        });
  }

  private Answer answer(View view, Key key, OnDemand.Found found) {
    if (found.document() == null) {
      return answer(view, key, found.result(), found.origin());
    }
    Condition condition = judge.judge(found.build());
    return served(view, found.build(), condition, found.origin(), found.document());
  }

  private Uni<Answer> missing(View view, Key key) {
    if (view.policy() == Policy.REPORT || index.paused(key)) {
      Optional<OpenRun> run =
          index.openRuns().stream()
              .filter(open -> Scope.parse(open.scope()).covers(key, catalog))
              .findFirst();
      return Uni.createFrom().item(new Answer.Missing(key, run, judge.trouble(key)));
    }
    return live.tooSoon(key, time.now())
        .map(failed -> Uni.createFrom().<LiveBuilds.Result>item(failed))
        .orElseGet(() -> live.publish(key))
        .chain(result -> published(view, key, result, Origin.MISS));
  }

  private Uni<Answer> recompute(View view, Build old, Condition condition) {
    return live.tooSoon(old.key(), time.now())
        .map(failed -> Uni.createFrom().<LiveBuilds.Result>item(failed))
        .orElseGet(() -> live.publish(old.key()))
        .chain(
            result ->
                result instanceof LiveBuilds.Result.Failed failed
                        && condition.state() == State.EXPIRED
                    ? served(
                        view,
                        old,
                        new Condition(condition.state(), failed.reason(), condition.age()))
                    : published(view, old.key(), result, Origin.STALE));
  }

  private Uni<Answer> published(View view, Key key, LiveBuilds.Result result, Origin origin) {
    Optional<Build> build = index.find(key);
    if (!(result instanceof LiveBuilds.Result.Published) || build.isEmpty()) {
      return Uni.createFrom().item(answer(view, key, result, origin));
    }
    Condition condition = judge.judge(build.get());
    Document held = memory.find(key, build.get().etag());
    return held == null
        ? served(view, build.get(), condition)
        : Uni.createFrom().item(served(view, build.get(), condition, origin, held));
  }

  private Answer answer(View view, Key key, LiveBuilds.Result result, Origin origin) {
    if (result instanceof LiveBuilds.Result.Computed computed) {
      Condition condition = new Condition(State.FRESH, null, Duration.ZERO);
      return new Answer.Served(
          view,
          computed.build(),
          condition,
          origin,
          new UnheldBytes(view, computed.build(), computed.document()));
    }
    if (result instanceof LiveBuilds.Result.Absent) {
      return new Answer.Unknown(key);
    }
    LiveBuilds.Result.Failed failed =
        result instanceof LiveBuilds.Result.Failed f
            ? f
            : new LiveBuilds.Result.Failed(Reason.REFRESHING, "being replaced");
    return new Answer.Unavailable(
        key, failed.reason(), failed.message(), config.retryAfterFailure());
  }

  /** Starts one refresh behind the answer. */
  private void revalidate(Key key, Condition condition) {
    boolean refreshing =
        condition.reason() == Reason.REFRESHING || condition.reason() == Reason.PAUSED;
    if (refreshing
        || live.tooSoon(key, time.now()).isPresent()
        || revalidating.putIfAbsent(key, true) != null) {
      return;
    }
    live.publish(key)
        .onTermination()
        .invoke(() -> revalidating.remove(key))
        .subscribe()
        .with(result -> {});
  }
}
