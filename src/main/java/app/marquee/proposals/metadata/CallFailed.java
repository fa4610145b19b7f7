package app.marquee.proposals.metadata;

import java.time.Duration;
import java.util.Optional;

/** A call that brought no answer; what the breaker counts. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean passing;
  private final transient Duration retryAfter;

  /** {@code passing}: the same call may well succeed a moment later. */
  CallFailed(String message, boolean passing, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.passing = passing;
    this.retryAfter = retryAfter;
  }

  boolean passing() {
    return passing && retryAfter == null;
  }

  /** How long the provider asked to be left alone, if it did. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
