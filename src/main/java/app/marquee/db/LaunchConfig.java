package app.marquee.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this process was started for. */
@ConfigMapping(prefix = "marquee")
public interface LaunchConfig {

  /**
   * Whether it serves; set by the start, not by hand. A process that runs one command of the CLI
   * does not: it listens nowhere, gives nobody a token and starts no work that was not asked for.
   */
  @WithDefault("true")
  boolean serves();
}
