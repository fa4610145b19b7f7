package app.marquee.predictions;

import app.marquee.db.DatabaseFailure;
import app.marquee.views.RunOptions;
import app.marquee.views.Runs;
import app.marquee.views.Scope;
import app.marquee.views.Trigger;
import app.marquee.views.ViewEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Scores once a night what is due, then asks for every prediction, so that each has been checked
 * within a day: what cannot have changed is confirmed, not built. Every node does; the first
 * scores, and the run is one.
 */
@ApplicationScoped
class NightlyRefresh {
  private final Scoring scoring;
  private final Runs runs;
  private final PredictionViews views;
  private final Event<ViewEvent> events;

  NightlyRefresh(Scoring scoring, Runs runs, PredictionViews views, Event<ViewEvent> events) {
    this.scoring = scoring;
    this.runs = runs;
    this.views = views;
    this.events = events;
  }

  /** A scoring that fails keeps nobody from checking what the last one left. */
  @Scheduled(cron = "{marquee.predictions.refresh-at}", timeZone = "UTC")
  Uni<Void> ask() {
    return tolerant(scoring.run())
        .chain(
            () ->
                tolerant(runs.request(Scope.of(views), Trigger.SCHEDULE, RunOptions.PLAIN, null)));
  }

  private Uni<Void> tolerant(Uni<?> work) {
    return work.replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(
            failure -> {
              events.fire(new ViewEvent.PollFailed(String.valueOf(failure.getMessage())));
              return Uni.createFrom().voidItem();
            });
  }
}
