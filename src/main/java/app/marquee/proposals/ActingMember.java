package app.marquee.proposals;

import app.marquee.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;

/** For what only a person does, such as voting. */
final class ActingMember {
  private ActingMember() {}

  /** Errors: a problem 403 for a program whose token acts for no member. */
  static Caller of(SecurityIdentity identity) {
    Caller caller = Caller.of(identity);
    if (caller.member().isEmpty()) {
      throw Refusals.memberNeeded().asException();
    }
    return caller;
  }
}
