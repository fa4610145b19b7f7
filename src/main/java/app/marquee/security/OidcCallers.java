package app.marquee.security;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Callers whom an issuer of OpenID Connect vouches for, by a signed token (JWT): checked by Quarkus
 * with the issuer's keys, its roles taken for ours as {@link OidcConfig} says.
 */
@Singleton
class OidcCallers {
  /** Three parts, the first of them a JSON object; no token of ours looks like it. */
  private static final Pattern SIGNED =
      Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");

  /** Under which it leaves itself to send the challenge, which is ours to send. */
  private static final String CHALLENGER = HttpAuthenticationMechanism.class.getName();

  private static final String FROM = "oidc:";
  private static final int LONGEST_NAME = 100;

  private final OidcAuthenticationMechanism mechanism;
  private final boolean enabled;

  /** Ours, and what the issuer calls them. */
  private final Map<String, String> roles;

  OidcCallers(
      OidcAuthenticationMechanism mechanism,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean enabled,
      OidcConfig config) {
    this.mechanism = mechanism;
    this.enabled = enabled;
    this.roles =
        Map.of(
            Roles.ADMIN,
            config.adminRole(),
            Roles.OPS,
            config.opsRole(),
            Roles.INGEST,
            config.ingestRole(),
            Roles.MEMBER,
            config.memberRole());
  }

  /** Whether a token is for an issuer's keys to check. */
  boolean take(String token) {
    return enabled && SIGNED.matcher(token).matches();
  }

  Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
    return mechanism
        .authenticate(request, identities)
        .onItem()
        .ifNull()
        .failWith(() -> new AuthenticationFailedException("nobody vouches for the token"))
        .onFailure(AuthenticationFailedException.class)
        .invoke(() -> request.remove(CHALLENGER))
        .map(this::caller);
  }

  /** Whatever else the issuer says of them is forgotten; an admin's roles are those of ours. */
  private SecurityIdentity caller(SecurityIdentity told) {
    Set<String> ours =
        roles.entrySet().stream()
            .filter(role -> told.hasRole(role.getValue()))
            .flatMap(role -> Roles.of(role.getKey()).stream())
            .collect(Collectors.toSet());
    return Caller.identity(name(told.getPrincipal().getName()), ours);
  }

  /** As the audit log and the runs show it: one line that no member and no token of ours has. */
  private static String name(String told) {
    String line = FROM + CONTROL.matcher(told).replaceAll(" ");
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
  }
}
