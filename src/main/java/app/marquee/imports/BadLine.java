package app.marquee.imports;

/** A line, or one ride of a push, that cannot be taken; its message is the reason reports give. */
public final class BadLine extends Exception {
  private static final long serialVersionUID = 1;
  private final String field;

  public BadLine(String reason) {
    this(null, reason);
  }

  public BadLine(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  /** What was wrong with it, where that is one field; else null. */
  public String field() {
    return field;
  }
}
