package app.marquee.parks;

/** Whether a park's stated CLOSED can be an outage. */
enum DownRule {
  DOWN_ONLY,
  DOWN_AND_CLOSED;

  /** Disney and Universal state DOWN, and plan their closures; the others only ever say CLOSED. */
  static DownRule usual(boolean disney, boolean universal) {
    return disney || universal ? DOWN_ONLY : DOWN_AND_CLOSED;
  }
}
