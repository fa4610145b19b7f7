package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.ops.OpsConfig.Readiness;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes a node ready in each mode. */
class HealthTest {

  @ParameterizedTest
  @CsvSource({"BLOCK,    DOWN, DOWN, DOWN", "DEGRADED, DOWN, DOWN, UP", "OFF,      UP,   UP,   UP"})
  void beforeAnythingHasHappened(
      Readiness mode, String database, String migrations, String firstRun) {
    assertThat(status(DatabaseCheck.answer(mode, Optional.empty()))).isEqualTo(database);
    assertThat(status(MigrationsCheck.answer(mode, null))).isEqualTo(migrations);
    assertThat(status(FirstRunCheck.answer(mode, false))).isEqualTo(firstRun);
  }

  @ParameterizedTest
  @EnumSource
  void onceAllOfItHasHappenedItIsReady(Readiness mode) {
    assertThat(status(DatabaseCheck.answer(mode, Optional.of(Duration.ZERO)))).isEqualTo("UP");
    assertThat(status(MigrationsCheck.answer(mode, "052"))).isEqualTo("UP");
    assertThat(status(FirstRunCheck.answer(mode, true))).isEqualTo("UP");
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatGoesAwayIsToldAndMakesNobodyUnready(Readiness mode) {
    HealthCheckResponse answer = DatabaseCheck.answer(mode, Optional.of(Duration.ofHours(2)));

    assertThat(status(answer)).isEqualTo("UP");
    assertThat(answer.getData().orElseThrow()).containsEntry("answered_seconds_ago", 7200L);
  }

  private static String status(HealthCheckResponse answer) {
    return answer.getStatus().name();
  }
}
