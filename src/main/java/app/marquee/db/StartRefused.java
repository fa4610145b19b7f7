package app.marquee.db;

/**
 * The service must not start, and the message is the one line that tells the operator why and what
 * to do. Shown without a stack trace; the process ends with status 2.
 */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartRefused(String line) {
    super(line);
  }

  public StartRefused(String line, Throwable cause) {
    super(line, cause);
  }
}
