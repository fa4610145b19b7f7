package app.marquee.http;

import app.marquee.views.Answer;
import app.marquee.views.OpenRun;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The problems that reads of views end in when there is nothing to serve. */
final class Unserved {
  private static final Duration RETRY_MISSING = Duration.ofSeconds(5);

  private Unserved() {}

  /** Of anything but {@link Answer.Served}. */
  static Problem problem(Answer answer) {
    if (answer instanceof Answer.Missing missing) {
      Problem problem =
          Problem.of(
                  ProblemCode.VIEW_MISSING,
                  missing.key() + " has no build yet; a POST to /api/admin/refresh makes one")
              .with("state", missing.run().isPresent() ? "refreshing" : "missing")
              .header(HttpHeaders.RETRY_AFTER, RETRY_MISSING.toSeconds());
      missing.run().ifPresent(run -> problem.with("run", progress(run)));
      missing.trouble().ifPresent(reason -> problem.with("reason", reason.word()));
      return problem;
    }
    if (answer instanceof Answer.Unknown unknown) {
      return Problem.of(ProblemCode.NOT_FOUND, unknown.key().filter() + " is nobody's id here");
    }
    Answer.Unavailable unavailable = (Answer.Unavailable) answer;
    return Problem.of(ProblemCode.VIEW_UNAVAILABLE, unavailable.key() + ": " + unavailable.detail())
        .with("reason", unavailable.reason().word())
        .header(HttpHeaders.RETRY_AFTER, unavailable.retryAfter().toSeconds());
  }

  private static Map<String, Object> progress(OpenRun run) {
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("done", run.done());
    progress.put("total", run.total());
    progress.put("eta_seconds", run.etaSeconds());
    return progress;
  }
}
