package app.marquee.parks.collect;

import app.marquee.db.StartRefused;
import app.marquee.parks.Provider;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What no collector can work with, refused with one line before anything is served. */
@Singleton
class CollectChecks {
  private static final int BEFORE_ALL_WORK = 2;
  private static final long HOUR = 60;

  private final Sources sources;

  CollectChecks(Sources sources) {
    this.sources = sources;
  }

  void check(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent start) {
    for (Provider provider : sources.configured()) {
      complaint(provider, sources.config(provider))
          .ifPresent(
              line -> {
                throw new StartRefused(line);
              });
    }
  }

  static Optional<String> complaint(Provider provider, CollectConfig.Source source) {
    String key = "marquee.parks.collect." + provider.word();
    if (!dividesTheHour(source.interval())) {
      return Optional.of(
          key + ".interval is " + source.interval() + ": make it whole minutes that divide 60");
    }
    return source.parks().orElseThrow().stream()
        .filter(ref -> provider == Provider.QUEUE_TIMES && !ref.matches("\\d{1,9}"))
        .findFirst()
        .map(ref -> key + ".parks has '" + ref + "': the parks of Queue-Times have numbers");
  }

  private static boolean dividesTheHour(Duration interval) {
    long minutes = interval.toMinutes();
    return minutes > 0 && HOUR % minutes == 0 && interval.equals(Duration.ofMinutes(minutes));
  }
}
