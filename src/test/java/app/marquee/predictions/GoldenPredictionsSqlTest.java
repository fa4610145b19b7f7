package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.Golden;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents over {@link Worlds#nasty}. */
class GoldenPredictionsSqlTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private static Worlds worlds;
  private static PredictionViews views;

  @BeforeAll
  static void tellTheWorld() {
    worlds = new Worlds(database.pool());
    worlds.nasty();
    views = Worlds.views(database.pool());
  }

  @ParameterizedTest
  @CsvSource({
    "1990s, balanced",
    "1990s, crowd-pleaser",
    "1950s, balanced",
    "2000s, balanced",
    "2020s, balanced"
  })
  void rankingsAreAsReviewed(String period, String profile) {
    Golden.assertMatches(
        "predictions",
        "predictions_ranking_" + period + "_" + profile,
        worlds.document(views, views.ranking(), period, profile));
  }

  @ParameterizedTest
  @CsvSource({"balanced", "award-winner"})
  void validationsAreAsReviewed(String profile) {
    Golden.assertMatches(
        "predictions",
        "predictions_validation_all_" + profile,
        worlds.document(views, views.validation(), "all", profile));
  }

  @Test
  void comparisonIsAsReviewed() {
    Golden.assertMatches(
        "predictions",
        "predictions_comparison_all_profiles",
        worlds.document(views, views.comparison(), "all", "profiles"));
  }

  @Test
  void keysAreNamedAsPublished() {
    assertThat(views.ranking().key("2020s", "balanced"))
        .hasToString("predictions_ranking_2020s_balanced");
    assertThat(views.validation().key("all", "balanced"))
        .hasToString("predictions_validation_all_balanced");
    assertThat(views.comparison().key("all", "profiles"))
        .hasToString("predictions_comparison_all_profiles");
  }

  @Test
  void comparisonTellsWhatEachValidationTells() {
    for (JsonNode profile :
        worlds.document(views, views.comparison(), "all", "profiles").get("data")) {
      JsonNode alone =
          worlds.document(views, views.validation(), "all", profile.get("profile").asText());
      assertThat(profile.get("pooled_accuracy_percentage"))
          .isEqualTo(alone.get("overall").get("pooled_accuracy_percentage"));
      for (int i = 0; i < alone.get("data").size(); i++) {
        assertThat(profile.get("decades").get(i).get("accuracy_percentage"))
            .isEqualTo(alone.get("data").get(i).get("accuracy_percentage"));
      }
    }
  }
}
