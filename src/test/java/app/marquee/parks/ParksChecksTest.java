package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParksChecksTest {

  @ParameterizedTest
  @ValueSource(strings = {"00:00", "04:00", "23:00"})
  void dayMayStartAtAnyWholeHour(String time) {
    assertThat(ParksChecks.dayComplaint(LocalTime.parse(time))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"04:30", "04:00:01"})
  void dayThatStartsWithinAnHourIsRefusedByName(String time) {
    assertThat(ParksChecks.dayComplaint(LocalTime.parse(time)))
        .hasValue(
            "marquee.parks.day-starts-at is " + time + ": make it a whole hour, such as 04:00");
  }

  @Test
  void defaultIsAWholeHour() {
    assertThat(ParksChecks.dayComplaint(ParksFixture.CONFIG.dayStartsAt())).isEmpty();
  }
}
