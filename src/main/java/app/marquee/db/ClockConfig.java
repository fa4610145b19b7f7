package app.marquee.db;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.util.Optional;

/** Which time it is. */
@ConfigMapping(prefix = "marquee")
interface ClockConfig {
  /**
   * A replay clock: the service takes this instant for the moment of its start, and time runs on
   * from there. Unset: real time.
   */
  Optional<Instant> clock();
}
