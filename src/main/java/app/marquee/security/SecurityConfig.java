package app.marquee.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The tokens the environment brings. */
@ConfigMapping(prefix = "marquee")
interface SecurityConfig {
  /**
   * The admin's token, instead of one that is generated and printed at the first start. Another
   * value at a later start ends the one before; no value leaves it valid.
   */
  Optional<String> adminToken();

  /** A token that may push snapshots and nothing else; replaced and kept like the admin's. */
  Optional<String> ingestToken();
}
