package app.marquee.http;

import app.marquee.views.Coherence;
import app.marquee.views.Pause;
import app.marquee.views.RunLog;
import app.marquee.views.RunOptions;
import app.marquee.views.Runs;
import app.marquee.views.Scope;
import app.marquee.views.Trigger;
import app.marquee.views.ViewIndex;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.LongFunction;

/** Asks for refresh runs on behalf of clients. */
@ApplicationScoped
public class RunRequests {
  private final Coherence coherence;
  private final ViewIndex index;
  private final Runs runs;
  private final RunLog log;

  RunRequests(Coherence coherence, ViewIndex index, Runs runs, RunLog log) {
    this.coherence = coherence;
    this.index = index;
    this.runs = runs;
    this.log = log;
  }

  /**
   * 202 with the run that will do it, where to follow it and when to ask again; {@code note} is
   * done with the run's id before. Errors: a problem 409 while refreshing is paused, whichever node
   * it was paused on.
   */
  public Uni<Response> ask(
      Scope scope, RunOptions options, String who, LongFunction<Uni<Void>> note) {
    return coherence
        .poll()
        .invoke(() -> index.refreshingPause().ifPresent(RunRequests::refuse))
        .chain(() -> runs.request(scope, Trigger.REQUEST, options, who))
        .call(ticket -> note.apply(ticket.id()))
        .chain(
            ticket ->
                log.find(ticket.id()).map(run -> AcceptedRun.of(ticket.id(), run.orElseThrow())));
  }

  private static void refuse(Pause pause) {
    String why = pause.reason() == null ? "" : ": " + pause.reason();
    throw Problem.of(
            ProblemCode.REFRESHING_PAUSED,
            "%s paused it at %s%s".formatted(pause.by(), pause.since(), why))
        .asException();
  }
}
