package app.marquee.predictions;

import static app.marquee.views.SortOrder.descending;

import app.marquee.db.Sql;
import app.marquee.views.Feature;
import app.marquee.views.Freshness;
import app.marquee.views.Key;
import app.marquee.views.Policy;
import app.marquee.views.View;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the films feature publishes: per profile a ranking of every decade and its hindsight. */
@ApplicationScoped
public class PredictionViews implements Feature {
  static final int NEWEST_DECADE = 2020;
  static final List<Integer> DECADES =
      IntStream.iterate(1920, decade -> decade <= NEWEST_DECADE, decade -> decade + 10)
          .boxed()
          .toList();
  static final List<String> PERIODS = DECADES.stream().map(PredictionViews::period).toList();
  static final String ALL = "all";
  static final String ALL_PROFILES = "profiles";
  static final int ROWS = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double HALF = 0.5;
  private static final Duration A_NIGHT_AND_A_BIT = Duration.ofHours(26);

  /**
   * Once a night is often enough; an old prediction is better than none, and says how old it is.
   */
  private static final Freshness FRESHNESS =
      new Freshness(A_NIGHT_AND_A_BIT, A_NIGHT_AND_A_BIT.plusSeconds(1), null);

  private final Profiles profiles;
  private final View ranking;
  private final View validation;
  private final View comparison;

  PredictionViews(Profiles profiles) {
    this.profiles = profiles;
    this.ranking =
        View.list("predictions_ranking", "predictions", Sql.of("predictions/ranking.sql"))
            .periods(period(NEWEST_DECADE), PERIODS)
            .filters(profiles::defaultSlug, profiles::active)
            .orders(descending("total_score"))
            .limit(25, ROWS)
            .bind("rows", ROWS)
            .freshness(Policy.REPORT, FRESHNESS)
            .score("total_score", 0, 100)
            .score("likelihood_percentage", 0, 100)
            .score("confidence", 0, 1)
            .minRowsShare(HALF, PERIODS.toArray(String[]::new))
            .declare();
    this.validation =
        View.document("predictions_validation", "predictions", Sql.of("predictions/validation.sql"))
            .periods(ALL, List.of(ALL))
            .filters(profiles::defaultSlug, profiles::active)
            .freshness(Policy.REPORT, FRESHNESS)
            .declare();
    this.comparison =
        View.document("predictions_comparison", "predictions", Sql.of("predictions/comparison.sql"))
            .periods(ALL, List.of(ALL))
            .filters(ALL_PROFILES, List.of(ALL_PROFILES))
            .freshness(Policy.REPORT, FRESHNESS)
            .declare();
  }

  /** A decade's candidates by total score, best first. */
  View ranking() {
    return ranking;
  }

  /** How well a profile finds in hindsight what is on the list. */
  View validation() {
    return validation;
  }

  /** Every active profile's hindsight, side by side. */
  View comparison() {
    return comparison;
  }

  /** The period of a decade, such as {@code 2020s}. */
  static String period(int decade) {
    return decade + "s";
  }

  @Override
  public String name() {
    return Scoring.SOURCE;
  }

  @Override
  public List<View> views() {
    return List.of(ranking, validation, comparison);
  }

  /** A ranking knows its decade alone. */
  @Override
  public String part(Key key) {
    return key.view().equals(ranking.name()) ? key.period() : null;
  }

  @Override
  public Map<String, Object> binds(Key key) {
    return key.view().equals(comparison.name())
        ? Map.of("profiles", json(profiles.active()))
        : weights(key.filter()).binds();
  }

  private Weights weights(String slug) {
    return profiles.find(slug).map(Profile::weights).orElse(Weights.NONE);
  }

  private String json(List<String> slugs) {
    List<Map<String, Object>> all =
        slugs.stream()
            .map(
                slug -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("profile", slug);
                  one.putAll(weights(slug).binds());
                  return one;
                })
            .toList();
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
