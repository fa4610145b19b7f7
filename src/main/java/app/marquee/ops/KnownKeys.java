package app.marquee.ops;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The keys somebody reads; a {@code *} in one stands for any one name. */
record KnownKeys(Set<String> keys) {
  private static final String OURS = "marquee.";
  private static final String OURS_IN_ENVIRONMENT = "MARQUEE_";

  /** What to tell about the first of our keys that nobody reads. */
  Optional<String> complaint(Iterable<String> properties, Set<String> environment) {
    return firstUnknown(environment, OURS_IN_ENVIRONMENT, KnownKeys::environmentName)
        .or(() -> firstUnknown(withoutEnvironment(properties, environment), OURS, key -> key));
  }

  private Optional<String> firstUnknown(
      Set<String> given, String prefix, Function<String, String> spelling) {
    Set<String> known = new TreeSet<>(keys.stream().map(spelling).toList());
    return given.stream()
        .filter(name -> name.startsWith(prefix))
        .filter(name -> known.stream().noneMatch(key -> matches(key, name)))
        .sorted()
        .findFirst()
        .map(name -> "unknown setting " + name + suggestion(name, known));
  }

  // The configuration also lists each environment variable under the key it guesses for it.
  private static Set<String> withoutEnvironment(
      Iterable<String> properties, Set<String> environment) {
    return new TreeSet<>(
        StreamSupport.stream(properties.spliterator(), false)
            .filter(name -> !environment.contains(environmentName(name)))
            .toList());
  }

  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
  }

  private static boolean matches(String key, String name) {
    return Pattern.matches(Pattern.quote(key).replace("*", "\\E[^.]+\\Q"), name);
  }

  private static String suggestion(String name, Set<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(key -> distance(key, name)))
        .map(key -> "; did you mean " + key + "?")
        .orElse("");
  }

  /** How many letters must be added, left out or replaced (Levenshtein). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
