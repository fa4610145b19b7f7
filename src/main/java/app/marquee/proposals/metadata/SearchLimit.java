package app.marquee.proposals.metadata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How often one member may search: so many a minute, half of them at once. */
@Singleton
class SearchLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_MEMBERS = 10_000;

  private final Cache<String, Bucket> members;
  private final int perMinute;
  private final TimeMeter time;

  SearchLimit(MetadataConfig config, Clock clock) {
    this.perMinute = config.search().perMinute();
    this.time = new ClockMeter(clock);
    this.members = Caffeine.newBuilder().maximumSize(MOST_MEMBERS).build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /** Takes one search; after how long to come back, if there is none left. */
  Optional<Duration> take(String member) {
    var probe = members.get(member, this::bucket).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(String member) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute / 2).refillGreedy(perMinute, WINDOW))
        .withCustomTimePrecision(time)
        .build();
  }
}
