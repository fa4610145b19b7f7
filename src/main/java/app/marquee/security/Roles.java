package app.marquee.security;

import java.util.Set;

/** What a caller may be; who sends no token is nobody and may read what is public. */
public final class Roles {
  /** Everything, refreshes and edits included. */
  public static final String ADMIN = "admin";

  /** Reads what admin reads. */
  public static final String OPS = "ops";

  /** Pushes snapshots. */
  public static final String INGEST = "ingest";

  /** Proposes and votes. */
  public static final String MEMBER = "member";

  private static final Set<String> ALL = Set.of(ADMIN, OPS, INGEST, MEMBER);

  private Roles() {}

  /** The roles a token of {@code role} has: an admin has all, everyone else their own. */
  static Set<String> of(String role) {
    return role.equals(ADMIN) ? ALL : Set.of(role);
  }
}
