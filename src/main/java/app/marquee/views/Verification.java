package app.marquee.views;

/** What came of computing a key again and comparing it with its stored build. */
public sealed interface Verification {
  Key key();

  /** The stored body is what the statement says, byte for byte. */
  record Equal(Key key) implements Verification {}

  /**
   * It is not, at equal facts, definition and time: somebody changed it, or the SQL is unstable.
   */
  record Differs(Key key, Difference first) implements Verification {}

  /** Facts or definition have moved on since the build: there is nothing to compare it with. */
  record Outdated(Key key, String why) implements Verification {}

  /** Nothing is stored under the key. */
  record Missing(Key key) implements Verification {}

  /** Its statement failed. */
  record Failed(Key key, String message) implements Verification {}
}
