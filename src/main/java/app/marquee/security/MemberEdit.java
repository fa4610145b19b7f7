package app.marquee.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an admin changes of a member; null stays as it is.
 *
 * @param limits whether the limit is changed: to {@code proposalLimit}, or to the usual one if that
 *     is null
 */
record MemberEdit(
    String role, Boolean active, boolean limits, Integer proposalLimit, String password) {
  private static final String ROLE = "role";
  private static final String ACTIVE = "active";
  private static final String LIMIT = "proposal_limit";
  private static final String PASSWORD = "password";
  private static final List<String> MEMBERS = List.of(ROLE, ACTIVE, LIMIT, PASSWORD);
  private static final int GREATEST_LIMIT = 1000;

  /** Errors: a problem 400 that names every member of the body that is not as it should be. */
  static MemberEdit read(JsonNode json, String name) {
    Body body = Body.of(json, MEMBERS);
    if (MEMBERS.stream().noneMatch(body::has)) {
      body.wrong(ROLE, "nothing is asked for: give one of " + MEMBERS);
    }
    String role = body.has(ROLE) ? body.oneOf(ROLE, List.of(Roles.MEMBER, Roles.ADMIN)) : null;
    Boolean active = body.has(ACTIVE) ? body.flag(ACTIVE) : null;
    Integer limit =
        body.has(LIMIT) && !body.isNull(LIMIT) ? body.integer(LIMIT, 0, GREATEST_LIMIT) : null;
    String password = body.has(PASSWORD) ? body.text(PASSWORD) : null;
    body.check();
    if (password != null) {
      body.wrong(PASSWORD, PasswordText.fault(password, name));
      body.check();
    }
    return new MemberEdit(role, active, body.has(LIMIT), limit, password);
  }

  /** What the log keeps of it. */
  AuditLog.Entry entry(long id) {
    AuditLog.Entry entry = AuditLog.Entry.of("member-changed", "member " + id);
    entry = role == null ? entry : entry.with(ROLE, role);
    entry = active == null ? entry : entry.with(ACTIVE, active);
    entry = limits ? entry.with(LIMIT, proposalLimit) : entry;
    return password == null ? entry : entry.with(PASSWORD, "reset");
  }
}
