package app.marquee.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/**
 * How often a minute a caller may do what costs, counted by all nodes together: a token or a member
 * by name, anybody else by address. Whoever was idle may do a minute's worth at once.
 */
@ConfigMapping(prefix = "marquee.security.limits")
interface LimitsConfig {
  /**
   * Refreshes a caller may ask for each minute. Too few: scripts that refresh key by key wait; too
   * many: a script gone wild keeps the database busy.
   */
  @WithDefault("30")
  @Positive
  int refresh();

  /** Previews of predictions each minute. Each is a query over a decade of films. */
  @WithDefault("60")
  @Positive
  int preview();

  /**
   * Pushes of snapshots each minute, whatever is in them. Too few: a collector of many parks that
   * pushes one by one loses snapshots unless it waits as {@code Retry-After} says.
   */
  @WithDefault("600")
  @Positive
  int push();
}
