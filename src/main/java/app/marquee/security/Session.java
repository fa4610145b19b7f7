package app.marquee.security;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the encrypted cookie of a session says.
 *
 * @param epoch the member's when they logged in; the session ends when the member's is another
 */
record Session(long memberId, int epoch) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

  String text() {
    return memberId + "." + epoch;
  }

  /** Empty for a text that is none. */
  static Optional<Session> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new Session(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }
}
