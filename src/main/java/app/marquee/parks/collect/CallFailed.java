package app.marquee.parks.collect;

/** A call to a provider that brought no JSON. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final FailureReason reason;

  CallFailed(FailureReason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  FailureReason reason() {
    return reason;
  }
}
