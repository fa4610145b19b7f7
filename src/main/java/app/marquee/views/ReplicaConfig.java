package app.marquee.views;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** A streaming replica of the database that does the heavy reading. */
@ConfigMapping(prefix = "marquee.replica")
public interface ReplicaConfig {

  /**
   * Where it is, as {@code marquee.database.url} is written. Refresh runs and reads that compute
   * run their statements there; all else, and everything while it is away, stays with the primary.
   */
  Optional<String> url();

  /**
   * How long a run waits for it to have the facts the primary has. Too short: a lag of moments
   * sends runs to the primary; too long: a replica that lags holds up every run.
   */
  @WithDefault("PT5S")
  Duration patience();
}
