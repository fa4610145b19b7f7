package app.marquee.http;

/** A failure with the message of another on one line; its trace is that of the other. */
final class OneLineFailure extends Throwable {
  private static final long serialVersionUID = 1;
  // A cause may be its own cause by way of others.
  private static final int DEEPEST = 20;

  private final String text;

  private OneLineFailure(Throwable failure, Throwable cause) {
    super(failure.getMessage(), cause);
    this.text = OneLineLogs.escaped(failure.toString());
    setStackTrace(failure.getStackTrace());
  }

  /** The failure itself if nothing of it or its causes needs a line of its own; null of null. */
  static Throwable of(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < DEEPEST; t = t.getCause(), depth++) {
      if (OneLineLogs.isBroken(t.toString())) {
        return told(failure, 0);
      }
    }
    return failure;
  }

  private static Throwable told(Throwable failure, int depth) {
    return failure == null || depth == DEEPEST
        ? null
        : new OneLineFailure(failure, told(failure.getCause(), depth + 1));
  }

  @Override
  public String toString() {
    return text;
  }
}
