package app.marquee.views;

import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a run is: told by its heartbeats to all, and at once to whoever listens here. */
final class RunCourse {
  private final long run;
  private final Event<ViewEvent> events;
  private final long started = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger();

  RunCourse(long run, Event<ViewEvent> events) {
    this.run = run;
    this.events = events;
  }

  int done() {
    return done.get();
  }

  int total() {
    return total.get();
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** How far it was at some moment. */
  record Mark(int done, int total) {}

  Mark mark() {
    return new Mark(done.get(), total.get());
  }

  /** What was done since is done again. */
  void backTo(Mark mark) {
    done.set(mark.done());
    total.set(mark.total());
  }

  /** So many more keys, of which some need no build. */
  void begin(int keys, int ready) {
    total.addAndGet(keys);
    done.addAndGet(ready);
    tell();
  }

  void built() {
    done.incrementAndGet();
    tell();
  }

  private void tell() {
    events.fire(new ViewEvent.RunProgressed(run, done.get(), total.get(), took()));
  }
}
