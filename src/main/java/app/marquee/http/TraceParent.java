package app.marquee.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The trace a client says its request belongs to, and the client's own part of it.
 *
 * <p>Source: W3C Trace Context, {@code traceparent}.
 */
record TraceParent(String traceId, String spanId) {
  static final String HEADER = "traceparent";

  // The names OpenTelemetry uses, which sets them itself where it is on.
  private static final String TRACE = "traceId";
  private static final String SPAN = "spanId";

  // Version ff and ids of zeros are invalid; versions to come may add fields.
  private static final Pattern VALID =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

  /** What a header's value tells; empty for none, and for one that is invalid. */
  static Optional<TraceParent> of(String value) {
    if (value == null) {
      return Optional.empty();
    }
    Matcher matcher = VALID.matcher(value);
    return matcher.matches()
        ? Optional.of(new TraceParent(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** From now on log lines of this request carry it. */
  void mark() {
    if (MDC.get(TRACE) == null) {
      MDC.put(TRACE, traceId);
      MDC.put(SPAN, spanId);
    }
  }
}
