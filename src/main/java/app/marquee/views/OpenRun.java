package app.marquee.views;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A queued or running run as the last poll saw it; {@code orphaned} when it is running and nobody
 * holds its lease.
 */
public record OpenRun(
    @JsonProperty("log_id") long id,
    String status,
    String scope,
    String trigger,
    @JsonProperty("views_total") int total,
    @JsonProperty("views_built") int done,
    @JsonProperty("refresh_started_at") Instant startedAt,
    @JsonProperty("if_stale") boolean ifStale,
    boolean force,
    boolean accept,
    @JsonProperty("cancel_requested") boolean cancelRequested,
    @JsonProperty("elapsed_seconds") long elapsedSeconds,
    boolean orphaned) {

  RunOptions options() {
    return new RunOptions(ifStale, force, accept);
  }

  /** Seconds to its end by its pace so far; null before it has made a build. */
  public Long etaSeconds() {
    if (queued() || done == 0) {
      return null;
    }
    return elapsedSeconds * (total - done) / done;
  }

  public boolean queued() {
    return status.equals("queued");
  }
}
