package app.marquee.http;

/** What a problem is, for tests of other packages that see it before it is an answer. */
public final class ProblemCodes {
  private ProblemCodes() {}

  public static ProblemCode of(Problem problem) {
    return problem.code();
  }
}
