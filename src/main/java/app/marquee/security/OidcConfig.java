package app.marquee.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What an issuer of OpenID Connect calls our roles. Whoever has one of these in the token's roles
 * is that here; other roles of the issuer mean nothing.
 */
@ConfigMapping(prefix = "marquee.security.oidc")
interface OidcConfig {
  /** Of those who may do everything. A common name may be held by more people than you think. */
  @WithDefault("admin")
  String adminRole();

  /** Of those who read what admins read. */
  @WithDefault("ops")
  String opsRole();

  /** Of programs that push snapshots. */
  @WithDefault("ingest")
  String ingestRole();

  /** Of those who search films like members; proposing and voting needs a member's own log-in. */
  @WithDefault("member")
  String memberRole();
}
