package app.marquee.views;

import app.marquee.views.Condition.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says of a build how usable it is, and why not: the one place that decides fresh, stale and
 * expired.
 */
@ApplicationScoped
public class Judge {
  private final Catalog catalog;
  private final ViewsConfig config;
  private final ViewIndex index;
  private final DatabaseTime time;
  private final Turns turns;

  Judge(Catalog catalog, ViewsConfig config, ViewIndex index, DatabaseTime time, Turns turns) {
    this.catalog = catalog;
    this.config = config;
    this.index = index;
    this.time = time;
    this.turns = turns;
  }

  public Condition judge(Build build) {
    Instant now = time.now();
    Duration age = Duration.between(build.checkedAt(), now);
    if (age.isNegative()) {
      age = Duration.ZERO;
    }
    State state = byAge(catalog.view(build.key()).freshness(), age);
    if (state == State.FRESH && !overtaken(build, now)) {
      return catalog.feature(build.key()).waitsForData()
          ? new Condition(State.STALE, Reason.WAITING_FOR_DATA, age)
          : new Condition(State.FRESH, null, age);
    }
    return new Condition(state == State.FRESH ? State.STALE : state, reason(build.key()), age);
  }

  /** The condition of a build that another has replaced already: fresh no more, however young. */
  Condition judgeReplaced(Build build) {
    Condition condition = judge(build);
    return condition.upToDate()
        ? new Condition(State.STALE, reason(build.key()), condition.age())
        : condition;
  }

  static State byAge(Freshness bounds, Duration age) {
    if (age.compareTo(bounds.freshFor()) < 0) {
      return State.FRESH;
    }
    if (age.compareTo(bounds.staleWhileRevalidate()) < 0) {
      return State.STALE;
    }
    return bounds.staleIfError() == null || age.compareTo(bounds.staleIfError()) < 0
        ? State.EXPIRED
        : State.UNUSABLE;
  }

  /** Whether facts, definition or operating day have moved on from a build of any age. */
  private boolean overtaken(Build build, Instant now) {
    Feature feature = catalog.feature(build.key());
    Instant outdatedSince = index.source(feature.name()).outdatedSince(build.sourceVersion());
    return outdatedSince != null
            && Duration.between(outdatedSince, now).compareTo(config.dueGrace()) > 0
        || redefinedOrTurned(build);
  }

  private boolean redefinedOrTurned(Build build) {
    return !catalog.definitionHash(build.key()).equals(build.definitionHash())
        || turns.turnedSince(catalog.feature(build.key()), build.builtFor());
  }

  /** Whether a refresh of this key would have something to do, however young its build is. */
  boolean due(Build build) {
    long current = index.source(catalog.feature(build.key()).name()).current();
    return build.sourceVersion() < current || !judge(build).upToDate();
  }

  /** Whether nothing the key is made of differs between its build and a snapshot. */
  boolean unchanged(Build build, Snapshot snapshot) {
    View view = catalog.view(build.key());
    boolean sameFacts =
        build.sourceVersion() == snapshot.version()
            || snapshot.leftAlone(view, build.key(), build.sourceVersion());
    return sameFacts && !redefinedOrTurned(build) && !view.followsClock(build.key());
  }

  Reason reason(Key key) {
    if (!config.enabled() && catalog.view(key).policy() == Policy.COMPUTE) {
      return Reason.DISABLED;
    }
    KeyState state = index.state(key);
    if (index.paused(key)) {
      return Reason.PAUSED;
    }
    if (index.openRuns().stream().anyMatch(run -> Scope.parse(run.scope()).covers(key, catalog))) {
      return Reason.REFRESHING;
    }
    if (state.reason() != null) {
      return state.reason();
    }
    boolean abandoned = index.lastRun().map(run -> run.status().equals("abandoned")).orElse(false);
    return abandoned ? Reason.LEASE_LOST : Reason.SOURCE_CHANGED;
  }

  /** What went wrong with a key, or holds it up; empty where only nobody has built it yet. */
  Optional<Reason> trouble(Key key) {
    return Optional.of(reason(key)).filter(reason -> reason != Reason.SOURCE_CHANGED);
  }
}
