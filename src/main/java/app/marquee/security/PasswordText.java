package app.marquee.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password may be. Length is what counts; rules on kinds of characters are not. */
final class PasswordText {
  static final int SHORTEST = 8;

  /** In bytes: bcrypt reads no more, so what follows would not count. */
  static final int LONGEST_BYTES = 72;

  private static final int FEWEST_CHARACTERS = 3;
  private static final Set<String> COMMON = common();

  private PasswordText() {}

  /** The same for the same keys, whatever machine they are typed on. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  static boolean fits(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
  }

  /** What is wrong with it as the password of that member; empty if nothing is. */
  static Optional<String> fault(String given, String member) {
    String password = normal(given);
    String small = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("must have " + SHORTEST + " characters or more");
    } else if (!fits(password)) {
      return Optional.of("must have " + LONGEST_BYTES + " bytes or less");
    } else if (password.codePoints().anyMatch(Character::isISOControl)) {
      return Optional.of("must not have control characters");
    } else if (COMMON.contains(small)
        || small.codePoints().distinct().count() < FEWEST_CHARACTERS
        || small.equals(member.toLowerCase(Locale.ROOT))) {
      return Optional.of("is among the first that are guessed");
    }
    return Optional.empty();
  }

  private static Set<String> common() {
    try (InputStream file =
        PasswordText.class.getResourceAsStream("/security/common-passwords.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
