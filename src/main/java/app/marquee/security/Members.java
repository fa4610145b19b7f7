package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.quarkus.security.identity.SecurityIdentity;

/** What is for members alone: a program may have the role, but is nobody who has an account. */
public final class Members {
  private Members() {}

  /** Errors: a problem 403 for a program. */
  public static Caller only(SecurityIdentity identity) {
    Caller caller = Caller.of(identity);
    if (caller.memberId() == null) {
      throw forbidden("this is for members; the token acts for none");
    }
    return caller;
  }

  /** Errors: a problem 403 for a token, even a member's. */
  static Caller loggedIn(SecurityIdentity identity) {
    if (!Caller.hasLoggedIn(identity)) {
      throw forbidden("this is for members who have logged in; a token is not enough");
    }
    return Caller.of(identity);
  }

  private static RuntimeException forbidden(String detail) {
    return Problem.of(ProblemCode.FORBIDDEN, detail).asException();
  }
}
