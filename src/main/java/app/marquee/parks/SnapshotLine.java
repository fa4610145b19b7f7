package app.marquee.parks;

import app.marquee.imports.BadLine;
import app.marquee.imports.Fields;
import app.marquee.parks.Directory.RideEntry;
import java.time.Clock;
import java.time.Instant;

/** Flat snapshots as files and NDJSON pushes give them. */
final class SnapshotLine {
  /** Nobody captured wait times before; an earlier date is a mistake. */
  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Directory directory;
  private final ParksConfig config;
  private final Clock clock;
  private final int interval;

  SnapshotLine(Directory directory, ParksConfig config, Clock clock, int interval) {
    this.directory = directory;
    this.config = config;
    this.clock = clock;
    this.interval = interval;
  }

  Snapshot read(Fields fields) throws BadLine {
    RideEntry ride = directory.ride(fields);
    Instant at = fields.instant("recorded_at", ride.park().zone());
    if (at == null) {
      throw new BadLine("recorded_at", "recorded_at is missing");
    }
    checkTime(at, config, clock);
    directory.refuseClosed(at);
    String status = fields.text("status");
    Boolean open = fields.flag("is_open");
    Integer wait = wait(fields);
    return Snapshot.observed(ride.id(), at, status, open, wait, interval(fields));
  }

  static void checkTime(Instant at, ParksConfig config, Clock clock) throws BadLine {
    if (at.isBefore(EARLIEST)) {
      throw new BadLine("recorded_at", "recorded_at " + at + " is before 2000");
    }
    if (at.isAfter(clock.instant().plus(config.aheadOfClock()))) {
      throw new BadLine("recorded_at", "recorded_at " + at + " is in the future");
    }
  }

  /** Whether a line is taken without what it said of the wait. */
  static boolean corrected(Fields fields) throws BadLine {
    Integer wait = wait(fields);
    return wait != null && wait < 0;
  }

  private static Integer wait(Fields fields) throws BadLine {
    Double wait = fields.decimal("wait_time", -100_000, 100_000);
    return wait == null ? null : (int) Math.round(wait);
  }

  private int interval(Fields fields) throws BadLine {
    Long given = fields.integer("interval_minutes");
    return given == null ? interval : checkInterval(given);
  }

  static int checkInterval(long minutes) throws BadLine {
    if (minutes < 1 || minutes > 60 || 60 % minutes != 0) {
      throw new BadLine("interval_minutes", "interval_minutes is " + minutes + ", must divide 60");
    }
    return (int) minutes;
  }
}
