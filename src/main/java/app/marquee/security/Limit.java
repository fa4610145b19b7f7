package app.marquee.security;

import java.util.Locale;

/** What a caller may do so often a minute, and no more; each has a setting of its own. */
public enum Limit {
  /** Asks for refresh runs, whichever address takes the wish. */
  REFRESH,

  /** Previews of predictions. */
  PREVIEW,

  /** Pushes of snapshots. */
  PUSH;

  /** Its name in headers and settings. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
