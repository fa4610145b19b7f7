package app.marquee.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which database this is. */
@ConfigMapping(prefix = "marquee.database")
public interface DatabaseConfig {

  /**
   * Whether it is the service's own; set by the start, not by hand. Only that one gets demo data.
   */
  @WithDefault("false")
  boolean embedded();
}
