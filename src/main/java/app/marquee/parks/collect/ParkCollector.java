package app.marquee.parks.collect;

import app.marquee.db.DatabaseFailure;
import app.marquee.parks.FeedRefused;
import app.marquee.parks.IngestReport;
import app.marquee.parks.ParkFeeds;
import app.marquee.parks.Provider;
import app.marquee.parks.collect.CycleReport.Failure;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parks of one cycle, one by one. Never fails: what goes wrong is part of the outcome. */
final class ParkCollector {
  static final String LIVE = "live";
  private static final String SCHEDULE = "schedule";
  private static final int LONGEST_MESSAGE = 500;

  /** What came of one park. */
  record Outcome(long snapshots, List<Failure> failures) {}

  private final Provider provider;
  private final ParkSource source;
  private final ParkFeeds feeds;
  private final CycleLog log;
  private final Instant recordedAt;
  private final int minutes;
  private final Set<String> hoursKnown;

  ParkCollector(
      Provider provider,
      ParkSource source,
      ParkFeeds feeds,
      CycleLog log,
      Instant recordedAt,
      int minutes,
      Set<String> hoursKnown) {
    this.provider = provider;
    this.source = source;
    this.feeds = feeds;
    this.log = log;
    this.recordedAt = recordedAt;
    this.minutes = minutes;
    this.hoursKnown = hoursKnown;
  }

  // Hours come before the live answer, whose snapshots ask whether the park is open.
  Uni<Outcome> collect(String ref) {
    List<Failure> failures = new ArrayList<>();
    return feeds
        .knows(provider, ref)
        .chain(known -> known ? Uni.createFrom().voidItem() : source.introduce(ref))
        .chain(() -> hours(ref, failures))
        .chain(() -> source.live(ref))
        .chain(answer -> feeds.takeLive(provider, ref, answer, recordedAt, minutes))
        .map(IngestReport::read)
        .onItemOrFailure()
        .transform(
            (read, failure) -> {
              if (failure != null) {
                failures.add(failed(ref, LIVE, failure));
              }
              return new Outcome(read == null ? 0 : read, List.copyOf(failures));
            });
  }

  private Uni<Void> hours(String ref, List<Failure> failures) {
    if (!source.tellsHours() || hoursKnown.contains(ref)) {
      return Uni.createFrom().voidItem();
    }
    return source
        .takeHours(ref)
        .chain(() -> log.noteSchedule(provider, ref, recordedAt))
        .onItemOrFailure()
        .transform(
            (done, failure) -> {
              if (failure != null) {
                failures.add(failed(ref, SCHEDULE, failure));
              }
              return null;
            });
  }

  private Failure failed(String ref, String step, Throwable failure) {
    String park = provider.word() + " park " + ref;
    FailureReason reason = reason(failure);
    if (reason == FailureReason.UNEXPECTED) {
      CollectLog.defect(park, failure);
    }
    String message = park + ": " + failure.getMessage();
    return new Failure(
        ref, step, reason, message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
  }

  private static FailureReason reason(Throwable failure) {
    if (failure instanceof CallFailed call) {
      return call.reason();
    }
    if (failure instanceof FeedRefused) {
      return FailureReason.REFUSED;
    }
    return DatabaseFailure.is(failure) ? FailureReason.DATABASE : FailureReason.UNEXPECTED;
  }
}
