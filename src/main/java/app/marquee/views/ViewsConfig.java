package app.marquee.views;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** Settings of the engine: how views are refreshed, held and shared between nodes. */
@ConfigMapping(prefix = "marquee.views")
public interface ViewsConfig {

  /**
   * Whether computed views are served from builds. Off: every read of them runs its SQL; refreshing
   * goes on.
   */
  @WithDefault("true")
  boolean enabled();

  /**
   * Memory for documents and encoded slices, in megabytes. Too small: hits turn into primary-key
   * reads.
   */
  @WithDefault("160")
  @Positive
  int memoryMegabytes();

  /** Builds one refresh run makes at once. Each holds a connection and a core of the database. */
  @WithDefault("2")
  @Positive
  int refreshConcurrency();

  /** Reads that may compute at once on this node. Each holds one connection. */
  @WithDefault("4")
  @Positive
  int liveConcurrency();

  /** Reads that may wait for such a computation; one more is answered 503. */
  @WithDefault("2000")
  @Positive
  int liveWaiters();

  /** How long a read waits for a computation before it falls back to the old build or 503. */
  @WithDefault("PT10S")
  Duration liveDeadline();

  /**
   * How long a document that is built when read waits for its feature's refresh, so that it agrees
   * with the rankings. Too short: it is of older facts more often; too long: a read hangs while
   * refreshing fails.
   */
  @WithDefault("PT5S")
  Duration onDemandWait();

  /** How long a key waits after a failed or rejected build before a read may try again. */
  @WithDefault("PT30S")
  Duration retryAfterFailure();

  /**
   * Longest time one build may take in the database before it is cancelled and counts as failed.
   */
  @WithDefault("PT60S")
  Duration buildTimeout();

  /**
   * How long a node may hold a lease without a heartbeat. Too short: double work; too long: a dead
   * node delays a scope.
   */
  @WithDefault("PT20S")
  Duration leaseTtl();

  /**
   * How often a node asks the database for newer builds, versions and runs: the bound on what it
   * may not know.
   */
  @WithDefault("PT2S")
  Duration pollEvery();

  /**
   * Whether publishes are announced by NOTIFY and listened for. Off: nodes learn of them at their
   * next poll.
   */
  @WithDefault("true")
  boolean announce();

  /**
   * Quiet time after a change of facts before its refresh starts, so that a burst of writes makes
   * one run.
   */
  @WithDefault("PT1S")
  Duration debounce();

  /**
   * How long newer facts may wait for their refresh before the builds without them are called
   * stale.
   */
  @WithDefault("PT1M")
  Duration dueGrace();

  /** How often views that went stale without new facts are refreshed. */
  @WithDefault("PT15M")
  Duration refreshEvery();

  /** How long runs that have ended stay in the log. The last one stays, however old. */
  @WithDefault("P90D")
  Duration keepRuns();

  /**
   * How long the build of a key that nobody declares is kept after it was last checked. Too short:
   * while versions run side by side, the older deletes what the newer has not refreshed for a
   * while.
   */
  @WithDefault("P7D")
  Duration keepUndeclared();

  /** How long a stopping node waits for its running refresh. */
  @WithDefault("PT15S")
  Duration shutdownGrace();
}
