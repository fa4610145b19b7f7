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
 * Asks for every prediction once a night, so that each has been checked within a day: what cannot
 * have changed is confirmed, not built. Every node asks; the run is one.
 */
@ApplicationScoped
class NightlyRefresh {
  private final Runs runs;
  private final PredictionViews views;
  private final Event<ViewEvent> events;

  NightlyRefresh(Runs runs, PredictionViews views, Event<ViewEvent> events) {
    this.runs = runs;
    this.views = views;
    this.events = events;
  }

  @Scheduled(cron = "{marquee.predictions.refresh-at}", timeZone = "UTC")
  Uni<Void> ask() {
    return runs.request(Scope.of(views), Trigger.SCHEDULE, RunOptions.PLAIN, null)
        .replaceWithVoid()
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(
            failure -> {
              events.fire(new ViewEvent.PollFailed(String.valueOf(failure.getMessage())));
              return Uni.createFrom().voidItem();
            });
  }
}
