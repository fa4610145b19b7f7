package app.marquee.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the command {@code doctor} is started for. */
@ConfigMapping(prefix = "marquee.doctor")
public interface DoctorConfig {

  /**
   * Whether this process only looks for what is wrong; set by the start, not by hand.
   * Contradictions in the configuration are told then, and do not end the start.
   */
  @WithDefault("false")
  boolean examines();
}
