package app.marquee.views;

import java.time.Duration;
import java.util.List;

/**
 * The facts the engine tells, as CDI events: log, metrics and tests observe them. Observers run on
 * whatever thread the fact falls and must be quick. Hits are counted by {@link ViewTraffic}, not
 * told.
 */
public sealed interface ViewEvent {

  /** What happened to one run. */
  sealed interface OfARun extends ViewEvent {
    /** Its id in the log. */
    long run();
  }

  record RunStarted(long run, Scope scope, Trigger trigger) implements OfARun {}

  record RunEnded(
      long run, Scope scope, String status, int refreshed, int confirmed, int failed, Duration took)
      implements OfARun {}

  /** A run that is under way here got on: so many keys of those it has found to do so far. */
  record RunProgressed(long run, int done, int total, Duration elapsed) implements OfARun {}

  /** Somebody wants a run to end; if nobody held it, it has. */
  record RunCancelled(long run, String by) implements OfARun {}

  /**
   * A feature was published, here or on another node.
   *
   * @param generation the feature's newest that this node knows
   * @param changed keys whose document is another one now
   * @param confirmed how many others were found to be right
   */
  record PublishSeen(String feature, long generation, List<Key> changed, int confirmed)
      implements ViewEvent {}

  record Published(long generation, int refreshed, int confirmed) implements ViewEvent {}

  /** How the build of one key ended. */
  sealed interface OfABuild extends ViewEvent {
    /** The run that made it. */
    long run();

    Key key();
  }

  record BuildPublished(long run, long generation, Key key, Duration took, long bytes, int rows)
      implements OfABuild {}

  record BuildFailed(long run, Key key, String message) implements OfABuild {}

  record GateRejected(long run, Key key, String refusal) implements OfABuild {}

  /** The gate refused a build, and the request let it through all the same. */
  record GateOverruled(Key key, String refusal) implements ViewEvent {}

  /** A run had results and could not publish them: its lease had ended. */
  record PublishLost(long run, Scope scope) implements ViewEvent {}

  /** A run ended because the database could not be used as it needs. */
  record RunBroken(long run, Scope scope, String message) implements ViewEvent {}

  /** A run of another node stopped giving heartbeats; its work is asked for again. */
  record RunOrphaned(long run, Scope scope) implements ViewEvent {}

  /** Builds of a feature were to read from the replica and read from the primary instead. */
  record ReplicaPassedOver(String feature, String why) implements ViewEvent {}

  /** This node could not ask the database what is new. */
  record PollFailed(String message) implements ViewEvent {}
}
