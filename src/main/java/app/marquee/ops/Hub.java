package app.marquee.ops;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands on what happens to those who listen now; who lags too far behind is cut off. */
final class Hub<T> {
  private static final int BEHIND = 256;

  private final Set<MultiEmitter<? super T>> listeners = ConcurrentHashMap.newKeySet();

  /** From the subscription on. Errors: the overflow of a listener that does not keep up. */
  Multi<T> items() {
    return Multi.createFrom()
        .emitter(
            listener -> {
              listeners.add(listener);
              listener.onTermination(() -> listeners.remove(listener));
            },
            BEHIND);
  }

  void tell(T item) {
    listeners.forEach(listener -> listener.emit(item));
  }
}
