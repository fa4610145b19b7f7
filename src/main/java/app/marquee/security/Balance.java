package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How an allowance stands after one of it was spent, or could not be.
 *
 * @param left how many there are
 * @param whole how long until all of them are there again
 * @param retryAfter how long until there is one, if there was none to spend
 */
record Balance(Allowance allowance, int left, Duration whole, Optional<Duration> retryAfter) {

  boolean spent() {
    return retryAfter.isEmpty();
  }

  /** Tells a client: fields of draft-ietf-httpapi-ratelimit-headers. */
  void tell(HttpServerResponse response) {
    String name = '"' + allowance.kind() + '"';
    response.putHeader(
        "RateLimit-Policy",
        "%s;q=%d;w=%d".formatted(name, allowance.burst(), seconds(allowance.window())));
    response.putHeader("RateLimit", "%s;r=%d;t=%d".formatted(name, left, seconds(whole)));
  }

  /** The refusal of what there is none left for. */
  Problem problem(String detail) {
    return Problem.of(ProblemCode.TOO_MANY_REQUESTS, detail)
        .header("Retry-After", seconds(retryAfter.orElse(Duration.ZERO)));
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
