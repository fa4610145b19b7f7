package app.marquee.views;

import app.marquee.db.DatabaseFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for runs and executes this node's: one wide run at a time, and runs of single keys beside it
 * as reads need them.
 *
 * <p>Whoever asks tries to claim at once. What another node holds, or what comes while this one is
 * busy, stays queued in the database and is claimed by whichever node finds it first after the
 * scope is free.
 */
@ApplicationScoped
public class Runs {
  private final RunLog log;
  private final Refresher refresher;
  private final Event<ViewEvent> events;
  private final Set<Scope> waiting = new LinkedHashSet<>();
  private final Map<Claim, Uni<?>> active = new ConcurrentHashMap<>();
  private boolean busy;
  private volatile boolean stopping;

  Runs(RunLog log, Refresher refresher, Event<ViewEvent> events) {
    this.log = log;
    this.refresher = refresher;
    this.events = events;
  }

  /** The run that will contain what is true now; it goes on by itself. */
  public Uni<RunTicket> request(
      Scope scope, Trigger trigger, RunOptions options, String requestedBy) {
    return log.request(scope, trigger, options, requestedBy).invoke(ticket -> start(scope));
  }

  /** Asks for the same and leaves it to others: a service that runs finds it in the log. */
  public Uni<RunTicket> ask(Scope scope, Trigger trigger, RunOptions options, String requestedBy) {
    return log.request(scope, trigger, options, requestedBy);
  }

  /** Asks without starting: the caller executes it. */
  Uni<RunTicket> enqueue(Scope scope, Trigger trigger, RunOptions options) {
    return ask(scope, trigger, options, null);
  }

  /** Executes the queued run of a key now, if it is free to be claimed. */
  Uni<Optional<RunReport>> executeNow(Scope scope) {
    return log.claim(scope).chain(this::execute);
  }

  /** Tries to claim what is queued for a scope, as soon as this node has its hands free. */
  void start(Scope scope) {
    synchronized (waiting) {
      if (stopping || !waiting.add(scope) || busy) {
        return;
      }
      busy = true;
    }
    next();
  }

  private void next() {
    Scope scope;
    synchronized (waiting) {
      if (waiting.isEmpty() || stopping) {
        busy = false;
        return;
      }
      scope = waiting.iterator().next();
      waiting.remove(scope);
    }
    executeNow(scope)
        .subscribe()
        .with(
            report -> {
              // What was asked for while it ran is queued behind it.
              if (report.isPresent()) {
                start(scope);
              }
              next();
            },
            failure -> {
              events.fire(new ViewEvent.RunBroken(0, scope, String.valueOf(failure.getMessage())));
              next();
              if (!DatabaseFailure.is(failure)) {
                throw new IllegalStateException(failure);
              }
            });
  }

  private Uni<Optional<RunReport>> execute(Optional<Claim> claim) {
    if (claim.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    Uni<RunReport> run = refresher.execute(claim.get()).memoize().indefinitely();
    active.put(claim.get(), run);
    return run.eventually(() -> active.remove(claim.get())).map(Optional::of);
  }

  /** Lets a cancelled run end soon, if it is one of this node's. */
  void end(long run) {
    active.keySet().stream()
        .filter(claim -> claim.logId() == run)
        .forEach(claim -> claim.cancellation().ask());
  }

  /** Runs this node executes now, each under a lease. */
  public int held() {
    return active.size();
  }

  /** Takes no more work and waits for what runs. */
  public Uni<Void> stop() {
    stopping = true;
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Uni<?> run : active.values()) {
      all = all.chain(() -> run.replaceWithVoid());
    }
    return all;
  }
}
