package app.marquee.views;

/** What a read does when there is no usable build. */
public enum Policy {
  /** Computes it once, publishes and serves the result. */
  COMPUTE,
  /** Says that it is missing; never computes. An old build is served for ever, marked stale. */
  REPORT
}
