package app.marquee.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.util.Set;

/**
 * How far a run is.
 *
 * @param etaSeconds by its pace so far; null before it has made a build, and once it has ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RunState(String status, int done, int total, Long etaSeconds) {
  private static final String RUNNING = "running";
  private static final Set<String> OPEN = Set.of("queued", RUNNING);

  static RunState running(int done, int total, Duration elapsed) {
    Long eta = done == 0 ? null : elapsed.toSeconds() * (total - done) / done;
    return new RunState(RUNNING, done, total, eta);
  }

  boolean ended() {
    return !OPEN.contains(status);
  }

  /** Its successor, unless that is older news: what is stored lags behind what is told. */
  RunState or(RunState next) {
    boolean older = status.equals(next.status) && next.done < done;
    return older || ended() || status.equals(RUNNING) && next.status.equals("queued") ? this : next;
  }
}
