package app.marquee.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.predictions.PredictionStatus.Changes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionStatusTest {
  private static final Changes MANY = new Changes(0, 9_999, 0, 0, 0, 0, 0);

  @Test
  void withoutABuildARefreshIsRequired() {
    assertThat(PredictionStatus.recommend(MANY, null).word()).isEqualTo("refresh_required");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, up_to_date",
    "100, 0, 0, 6, up_to_date",
    "101, 0, 0, 0, refresh_suggested",
    "50, 0, 0, 8, up_to_date",
    "51, 0, 0, 7, up_to_date",
    "51, 0, 0, 8, refresh_suggested",
    "500, 0, 0, 0, refresh_suggested",
    "501, 0, 0, 0, refresh_recommended",
    "0, 10, 0, 0, up_to_date",
    "0, 11, 0, 0, refresh_recommended",
    "0, 0, 0, 30, up_to_date",
    "0, 0, 0, 31, refresh_recommended",
    "0, 0, 1, 0, refresh_recommended"
  })
  void changesAndAgeDecide(
      long metrics, long festivals, int profiles, int days, String recommendation) {
    Changes changes = new Changes(0, metrics, festivals, 0, 0, 0, profiles);

    assertThat(PredictionStatus.recommend(changes, Duration.ofDays(days)).word())
        .isEqualTo(recommendation);
  }
}
