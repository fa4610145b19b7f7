package app.marquee.parks;

/** A line, or one ride of a push, that cannot be taken; its message is the reason reports give. */
final class BadLine extends Exception {
  private static final long serialVersionUID = 1;
  private final String field;

  BadLine(String reason) {
    this(null, reason);
  }

  BadLine(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  /** What was wrong with it, where that is one field; else null. */
  String field() {
    return field;
  }
}
