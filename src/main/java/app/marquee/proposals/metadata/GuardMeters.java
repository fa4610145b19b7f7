package app.marquee.proposals.metadata;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which meters of the guards are not kept. */
final class GuardMeters {
  private static final String RATE_LIMITS = "ft.ratelimit.calls";

  private GuardMeters() {}

  /**
   * SmallRye Fault Tolerance 6.10 registers this one under two sets of labels, which Prometheus
   * refuses, and the guard fails with it.
   */
  @Produces
  @Singleton
  static MeterFilter withoutRateLimits() {
    return MeterFilter.denyNameStartsWith(RATE_LIMITS);
  }
}
