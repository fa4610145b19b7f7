package app.marquee.proposals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one member may propose. */
@ConfigMapping(prefix = "marquee.proposals")
interface MeConfig {
  /** Open proposals a member may have, unless an admin gave them another limit. */
  @WithDefault("10")
  int openLimit();
}
