package app.marquee.parks;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What the parks feature cannot work with, refused with one line before anything is served. */
@Singleton
class ParksChecks {
  private static final int BEFORE_ALL_WORK = 2;

  private final ParksConfig config;

  ParksChecks(ParksConfig config) {
    this.config = config;
  }

  void check(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent start) {
    dayComplaint(config.dayStartsAt())
        .ifPresent(
            line -> {
              throw new StartRefused(line);
            });
  }

  /** Days are added up from whole hours, so a day cannot begin within one. */
  static Optional<String> dayComplaint(LocalTime dayStartsAt) {
    return dayStartsAt.equals(dayStartsAt.truncatedTo(ChronoUnit.HOURS))
        ? Optional.empty()
        : Optional.of(
            "marquee.parks.day-starts-at is "
                + dayStartsAt
                + ": make it a whole hour, such as 04:00");
  }
}
