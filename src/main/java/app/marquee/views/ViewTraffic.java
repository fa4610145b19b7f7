package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** Counts how reads of this node were answered. */
@ApplicationScoped
public class ViewTraffic {
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder notModified = new LongAdder();

  /** An answer from a stored build, whichever its age. */
  public void hit() {
    hits.increment();
  }

  /** An answer that had to be computed, or that there is none. */
  public void miss() {
    misses.increment();
  }

  /** An answer without a body, since the client holds it; also a hit. */
  public void notModified() {
    notModified.increment();
  }

  public long hits() {
    return hits.sum();
  }

  public long misses() {
    return misses.sum();
  }

  public long notModifiedCount() {
    return notModified.sum();
  }
}
