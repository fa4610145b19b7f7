package app.marquee.views;

import java.util.Locale;

/** What a read does when there is no usable build. */
public enum Policy {
  /** Computes it once, publishes and serves the result. */
  COMPUTE,
  /** Says that it is missing; never computes. An old build is served for ever, marked stale. */
  REPORT;

  /** The word in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
