package app.marquee.ops;

import app.marquee.db.DatabaseFailure;
import app.marquee.db.LaunchConfig;
import app.marquee.views.Announcements;
import app.marquee.views.Coherence;
import app.marquee.views.OpenRun;
import app.marquee.views.Preparation;
import app.marquee.views.RunOptions;
import app.marquee.views.RunTicket;
import app.marquee.views.Runs;
import app.marquee.views.Scope;
import app.marquee.views.Trigger;
import app.marquee.views.Triggers;
import app.marquee.views.ViewIndex;
import app.marquee.views.ViewsConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * From a migrated database to a service with answers: learn what is published, prepare the
 * features' facts, refresh what is stale, then be ready. HTTP is open meanwhile; a database that
 * goes away is tried again.
 */
@ApplicationScoped
public class StartSequence {
  private static final Logger LOG = Logger.getLogger(StartSequence.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final Coherence coherence;
  private final Announcements announcements;
  private final List<Preparation> preparations;
  private final Runs runs;
  private final Triggers triggers;
  private final ViewIndex index;
  private final ViewsConfig config;
  private final LaunchConfig launch;
  private volatile boolean prepared;
  private volatile boolean done;

  StartSequence(
      Coherence coherence,
      Announcements announcements,
      Instance<Preparation> preparations,
      Runs runs,
      Triggers triggers,
      ViewIndex index,
      ViewsConfig config,
      LaunchConfig launch) {
    this.coherence = coherence;
    this.announcements = announcements;
    this.preparations = preparations.stream().toList();
    this.runs = runs;
    this.triggers = triggers;
    this.index = index;
    this.config = config;
    this.launch = launch;
  }

  void onStart(@Observes StartupEvent start) {
    if (launch.serves()) {
      begin();
    }
  }

  private void begin() {
    announcements.listen();
    prepare()
        .onFailure(DatabaseFailure::is)
        .invoke(failure -> LOG.warnf("the start waits for the database: %s", failure.getMessage()))
        .onFailure(DatabaseFailure::is)
        .retry()
        .withBackOff(TRY_AGAIN)
        .indefinitely()
        .subscribe()
        .with(
            ready -> {
              done = true;
              LOG.info("the first run has ended; ready");
            },
            failure -> LOG.error("the start failed; never ready", failure));
  }

  private Uni<Void> prepare() {
    return coherence
        .poll()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(preparations)
                    .onItem()
                    .transformToUniAndConcatenate(Preparation::prepare)
                    .collect()
                    .asList())
        .invoke(triggers::open)
        .invoke(() -> prepared = true)
        .chain(this::refresh);
  }

  /** While refreshing is paused there is no first run to wait for. */
  private Uni<Void> refresh() {
    return index.refreshingPause().isPresent()
        ? Uni.createFrom().voidItem()
        : runs.request(Scope.ALL, Trigger.SCHEDULE, RunOptions.IF_STALE, null).chain(this::ended);
  }

  /** Whoever executes it, this node or another. */
  private Uni<Void> ended(RunTicket ticket) {
    return coherence.pollUntil(
        () ->
            index.openRuns().stream().noneMatch(run -> run.id() == ticket.id() && !heldBack(run)));
  }

  /** Whether it was paused before it could begin. */
  private boolean heldBack(OpenRun run) {
    return run.queued() && index.refreshingPause().isPresent();
  }

  /** Whether the facts are prepared and refreshing has begun. */
  boolean prepared() {
    return prepared;
  }

  /** Whether the first run since this node's start has ended. */
  public boolean done() {
    return done;
  }

  void onStop(@Observes ShutdownEvent stop) {
    try {
      runs.stop().await().atMost(config.shutdownGrace());
    } catch (TimeoutException e) {
      LOG.warn("a refresh run was still under way; its lease ends by itself");
    }
  }
}
