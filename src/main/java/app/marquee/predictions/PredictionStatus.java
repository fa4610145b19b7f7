package app.marquee.predictions;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a profile's predictions stand.
 *
 * @param cached whether everything of the profile has a build
 * @param lastCalculated when the oldest of its builds was last known to be right
 * @param changesSince what has changed since then; null without a build
 * @param staleDecades those whose rows may have changed since their build, or that have none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PredictionStatus(
    boolean success,
    String profile,
    boolean cached,
    Instant lastCalculated,
    boolean hasPredictions,
    boolean hasValidation,
    boolean needsRefresh,
    Changes changesSince,
    List<Integer> staleDecades,
    String recommendation) {

  /** Films scored again, by cause; profiles counts whether the weights were edited. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Changes(
      long movies,
      long metrics,
      long festivals,
      long people,
      long lists,
      long scoring,
      int profiles) {
    long films() {
      return movies + metrics + festivals + people + lists + scoring;
    }
  }

  private static final int MANY_FILMS = 500;
  private static final int MANY_FESTIVAL_CHANGES = 10;
  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final int SOME_FILMS = 100;
  private static final int A_FEW_FILMS = 50;
  private static final Duration A_WHILE_AGO = Duration.ofDays(7);

  /** How urgent a refresh is. */
  enum Recommendation {
    UP_TO_DATE,
    REFRESH_SUGGESTED,
    REFRESH_RECOMMENDED,
    REFRESH_REQUIRED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Of builds that are this old; {@code age} null: there is none. */
  static Recommendation recommend(Changes changes, Duration age) {
    if (age == null) {
      return Recommendation.REFRESH_REQUIRED;
    }
    if (changes.profiles() > 0
        || changes.films() > MANY_FILMS
        || changes.festivals() > MANY_FESTIVAL_CHANGES
        || age.compareTo(LONG_AGO) > 0) {
      return Recommendation.REFRESH_RECOMMENDED;
    }
    return changes.films() > SOME_FILMS
            || age.compareTo(A_WHILE_AGO) > 0 && changes.films() > A_FEW_FILMS
        ? Recommendation.REFRESH_SUGGESTED
        : Recommendation.UP_TO_DATE;
  }
}
