package app.marquee.predictions;

import app.marquee.views.SourceChanged;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Looks for edits of other nodes and of the command line. Whoever made them may be gone, so every
 * node that sees them asks for the predictions that are due; the run is one.
 */
@ApplicationScoped
class ProfilesWatch {
  private final Profiles profiles;
  private final Event<SourceChanged> changed;

  ProfilesWatch(Profiles profiles, Event<SourceChanged> changed) {
    this.profiles = profiles;
    this.changed = changed;
  }

  @Scheduled(
      every = "{marquee.views.poll-every}",
      delayed = "{marquee.views.poll-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> poll() {
    return profiles
        .poll()
        .invoke(
            edited -> {
              if (edited) {
                changed.fire(new SourceChanged(Scoring.SOURCE));
              }
            })
        .replaceWithVoid();
  }
}
