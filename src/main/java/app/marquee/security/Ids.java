package app.marquee.security;

import java.util.function.Supplier;

/** Ids in addresses. */
final class Ids {
  private static final String SHAPE = "[1-9]\\d{0,17}";

  private Ids() {}

  /** Errors: that of {@code unknown} for a text that cannot be anybody's. */
  static long of(String text, Supplier<RuntimeException> unknown) {
    if (!text.matches(SHAPE)) {
      throw unknown.get();
    }
    return Long.parseLong(text);
  }
}
