package app.marquee.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the service presents itself to those who run it. */
@ConfigMapping(prefix = "marquee")
public interface OpsConfig {

  /**
   * What a node must have had before it takes traffic: {@code block}, a database with all
   * migrations, and the end of its first refresh run; {@code degraded}, only that database, and
   * views that are missing are computed or reported; {@code off}, nothing. A node that is ready
   * stays so, whatever becomes of its database: it serves what it holds.
   */
  @WithDefault("block")
  Readiness readiness();

  /**
   * When what nobody needs any more is pruned (UTC, a Quartz cron expression). Every node does, one
   * after the other finds nothing left; {@code off} leaves it to the command {@code prune}.
   */
  @WithDefault("0 40 3 * * ?")
  String pruneAt();

  /** The three modes. */
  enum Readiness {
    BLOCK,
    DEGRADED,
    OFF
  }
}
