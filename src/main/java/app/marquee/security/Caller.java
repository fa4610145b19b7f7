package app.marquee.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request.
 *
 * @param name a member's, or that of a program's token; empty for nobody
 * @param memberId the member it is, or the one its token acts for; null for a program and nobody
 */
public record Caller(String name, Long memberId, boolean admin) {
  private static final String MEMBER_ID = "member_id";
  private static final String MEMBER_NAME = "member_name";

  public static Caller of(SecurityIdentity identity) {
    return new Caller(
        identity.isAnonymous() ? "" : name(identity),
        identity.getAttribute(MEMBER_ID),
        identity.hasRole(Roles.ADMIN));
  }

  public Optional<Long> member() {
    return Optional.ofNullable(memberId);
  }

  /** Whether it is a member who has logged in, and not a program with the member's token. */
  static boolean hasLoggedIn(SecurityIdentity identity) {
    return identity.getAttribute(MEMBER_NAME) != null;
  }

  // What the cookie keeps is the name of the principal, so a session's is not the member's.
  private static String name(SecurityIdentity identity) {
    String member = identity.getAttribute(MEMBER_NAME);
    return member == null ? identity.getPrincipal().getName() : member;
  }

  /** The identity of a member who has logged in. */
  static SecurityIdentity identity(String name, String role, Session session) {
    return builder(session.text(), role, session.memberId())
        .addAttribute(MEMBER_NAME, name)
        .build();
  }

  /** The identity of somebody with a token; {@code memberId} may be null. */
  static SecurityIdentity identity(String name, String role, Long memberId) {
    return builder(name, role, memberId).build();
  }

  /** The identity of somebody others vouch for. */
  static SecurityIdentity identity(String name, Set<String> roles) {
    return builder(name, roles).build();
  }

  private static QuarkusSecurityIdentity.Builder builder(String principal, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(principal))
        .addRoles(roles);
  }

  private static QuarkusSecurityIdentity.Builder builder(
      String principal, String role, Long memberId) {
    QuarkusSecurityIdentity.Builder identity = builder(principal, Roles.of(role));
    if (memberId != null) {
      identity.addAttribute(MEMBER_ID, memberId);
    }
    return identity;
  }
}
