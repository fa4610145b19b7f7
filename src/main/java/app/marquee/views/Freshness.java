package app.marquee.views;

import java.time.Duration;

/**
 * Three ages since {@code checked_at}: up to which a build is fresh, may be served while one
 * refresh runs behind the answer, and may be served when refreshing fails. {@code staleIfError}
 * null: for ever.
 */
public record Freshness(Duration freshFor, Duration staleWhileRevalidate, Duration staleIfError) {

  public static final Freshness COMPUTE =
      new Freshness(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(24));

  public Freshness {
    if (freshFor.compareTo(staleWhileRevalidate) >= 0
        || staleIfError != null && staleWhileRevalidate.compareTo(staleIfError) >= 0) {
      throw new IllegalArgumentException(
          "bounds must grow: " + freshFor + ", " + staleWhileRevalidate + ", " + staleIfError);
    }
  }
}
