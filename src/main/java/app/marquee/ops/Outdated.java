package app.marquee.ops;

import app.marquee.views.KeyReport;
import app.marquee.views.Policy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The keys an operator wants to be woken for: missing, or checked longer ago than they allow.
 *
 * @param keys of those asked about, in the order of the catalog
 * @param total how many were asked about
 * @param oldest age of the oldest build; null if there is none
 */
record Outdated(List<KeyReport.Line> keys, int total, Duration oldest) {

  /**
   * Views that are only reported are checked once a night, so {@code maxAge} holds for them only
   * where the caller named their feature; else their own bound does, if it is longer.
   */
  static Outdated among(Collection<KeyReport.Line> keys, Duration maxAge, boolean named) {
    return new Outdated(
        keys.stream().filter(key -> old(key, maxAge, named)).toList(),
        keys.size(),
        keys.stream()
            .map(KeyReport.Line::ageSeconds)
            .flatMap(age -> Optional.ofNullable(age).stream())
            .max(Long::compare)
            .map(Duration::ofSeconds)
            .orElse(null));
  }

  private static boolean old(KeyReport.Line key, Duration maxAge, boolean named) {
    boolean reported = key.policy().equals(Policy.REPORT.word());
    long bound =
        reported && !named
            ? Math.max(maxAge.toSeconds(), key.freshForSeconds())
            : maxAge.toSeconds();
    return key.ageSeconds() == null || key.ageSeconds() > bound;
  }

  long missing() {
    return keys.stream().filter(key -> key.ageSeconds() == null).count();
  }

  boolean none() {
    return keys.isEmpty();
  }
}
