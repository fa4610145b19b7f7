package app.marquee.views;

import java.util.Locale;

/** What started a refresh run. */
public enum Trigger {
  SCHEDULE,
  SOURCE_CHANGED,
  REQUEST,
  READ;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Trigger of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
