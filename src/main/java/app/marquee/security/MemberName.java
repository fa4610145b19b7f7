package app.marquee.security;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a member may be called. Names differ in more than small and capital letters. */
final class MemberName {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsAlphabetic}0-9]([\\p{IsAlphabetic}0-9 ._-]*[\\p{IsAlphabetic}0-9])?");

  /** Who does things in the audit log without being a member. */
  private static final Set<String> TAKEN =
      Set.of("system", "admin", "administrator", "nobody", "first admin");

  private static final String OURS = "marquee";

  private MemberName() {}

  /** As it is kept and compared, of what somebody typed. */
  static String normal(String given) {
    return Normalizer.normalize(given, Normalizer.Form.NFC).strip();
  }

  /** What is wrong with a normal name; empty if nothing is. */
  static Optional<String> fault(String name) {
    int length = name.codePointCount(0, name.length());
    String small = name.toLowerCase(Locale.ROOT);
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("must have " + SHORTEST + " to " + LONGEST + " characters");
    } else if (!PLAIN.matcher(name).matches() || name.contains("  ")) {
      return Optional.of(
          "must be letters and digits, between them single spaces, points, hyphens, underscores");
    } else if (TAKEN.contains(small) || small.startsWith(OURS)) {
      return Optional.of("is kept for the service itself");
    }
    return Optional.empty();
  }
}
