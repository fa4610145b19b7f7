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

  /**
   * What the way to the database can be relied on for; read from a system property or the
   * environment only, and the same on all nodes. {@code pooler}: a pooler in transaction mode
   * stands before it, so this node learns of publishes by polling alone. {@code distributed}: an
   * engine that speaks PostgreSQL without its advisory locks, announcements and exported snapshots,
   * so a run builds on one connection, and transactions that lose against others are repeated.
   */
  @WithDefault("postgres")
  DatabaseProfile profile();
}
