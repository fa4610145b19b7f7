package app.marquee.proposals;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;

/** Problems that several of this feature's addresses answer with. */
final class Refusals {
  private Refusals() {}

  static Problem unknown(long id) {
    return Problem.of(ProblemCode.PROPOSAL_UNKNOWN, id + " is no proposal's id");
  }

  static Problem roundUnknown(long id) {
    return Problem.of(ProblemCode.ROUND_UNKNOWN, id + " is no round's id");
  }

  /** What became of it is told as {@code state}. */
  static Problem closed(String status) {
    return Problem.of(ProblemCode.PROPOSAL_CLOSED, "state says what became of it")
        .with("state", status);
  }
}
