package app.marquee.parks;

/** A line that cannot be taken; its message is the reason the report gives. */
final class BadLine extends Exception {
  BadLine(String reason) {
    super(reason, null, false, false);
  }
}
