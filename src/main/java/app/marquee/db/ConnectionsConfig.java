package app.marquee.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The connections to the database. */
@ConfigMapping(prefix = "marquee.database.connections")
public interface ConnectionsConfig {

  /**
   * How long a connection may say nothing before it is given up, as the other side may have gone
   * without a word. Too short: it ends statements that take longer, such as the import of a large
   * file; too long: whatever waits on a dead connection waits as long.
   */
  @WithDefault("PT3M")
  Duration silentFor();
}
