package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingDayTest {
  @ParameterizedTest
  @CsvSource({
    "America/Los_Angeles, 2026-08-22T10:59:59Z, 2026-08-22T11:00:00Z",
    "America/Los_Angeles, 2026-08-22T11:00:00Z, 2026-08-23T11:00:00Z",
    "America/Los_Angeles, 2026-10-31T20:00:00Z, 2026-11-01T12:00:00Z",
    "Asia/Tokyo, 2026-08-22T12:00:00Z, 2026-08-22T19:00:00Z"
  })
  void beginsAtFourWhereTheParkIs(String zone, Instant now, Instant next) {
    assertThat(OperatingDay.nextStart(now, ZoneId.of(zone), LocalTime.of(4, 0))).isEqualTo(next);
  }
}
