package app.marquee.views;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets so many asynchronous works go on at once; the rest wait in the order they came. */
final class Lane {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int free;

  Lane(int width) {
    free = width;
  }

  <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .<Void>emitter(turn -> enter(() -> turn.complete(null)))
        .chain(() -> Uni.createFrom().deferred(work::get).onTermination().invoke(this::leave));
  }

  private void enter(Runnable start) {
    synchronized (waiting) {
      if (free == 0) {
        waiting.add(start);
        return;
      }
      free--;
    }
    start.run();
  }

  private void leave() {
    Runnable next;
    synchronized (waiting) {
      next = waiting.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    next.run();
  }
}
