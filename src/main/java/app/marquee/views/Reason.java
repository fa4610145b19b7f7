package app.marquee.views;

import java.util.Locale;

/** Why a build is stale, in the order in which one is chosen when several hold. */
public enum Reason {
  /** The view cache is switched off. */
  DISABLED,
  /** The key is paused. */
  PAUSED,
  /** A run that covers the key is queued or running. */
  REFRESHING,
  /** The newest build was refused by the gate. */
  GATE_REJECTED,
  /** The newest build failed. */
  BUILD_FAILED,
  /** The last run lost its lease before it could publish. */
  LEASE_LOST,
  /** Facts, definition or operating day moved on, or nobody has checked within the bound. */
  SOURCE_CHANGED,
  /** The build is as new as the facts, but the facts themselves have stopped coming. */
  WAITING_FOR_DATA;

  /** The word in headers, answers, metrics and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Reason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
