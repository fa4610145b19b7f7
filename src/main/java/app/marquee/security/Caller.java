package app.marquee.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;

/**
 * Who sends a request.
 *
 * @param name a member's, or that of a program's token; empty for nobody
 * @param memberId the member it is, or the one its token acts for; null for a program and nobody
 */
public record Caller(String name, Long memberId, boolean admin) {
  private static final String MEMBER_ID = "member_id";

  public static Caller of(SecurityIdentity identity) {
    return new Caller(
        identity.isAnonymous() ? "" : identity.getPrincipal().getName(),
        identity.getAttribute(MEMBER_ID),
        identity.hasRole(Roles.ADMIN));
  }

  public Optional<Long> member() {
    return Optional.ofNullable(memberId);
  }

  /** The identity of somebody known; {@code memberId} may be null. */
  static SecurityIdentity identity(String name, String role, Long memberId) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(name))
            .addRoles(Roles.of(role));
    if (memberId != null) {
      identity.addAttribute(MEMBER_ID, memberId);
    }
    return identity.build();
  }
}
