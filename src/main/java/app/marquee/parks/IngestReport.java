package app.marquee.parks;

import java.time.Instant;

/**
 * What an ingest wrote.
 *
 * @param asOf the newest {@code recorded_at} inserted, null if none was
 */
public record IngestReport(long read, long inserted, Instant asOf) {

  /** Snapshots that were there already. */
  public long unchanged() {
    return read - inserted;
  }
}
