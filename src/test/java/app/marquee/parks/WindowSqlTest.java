package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operating days a period is, in the park's own zone. */
class WindowSqlTest {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private ParksFixture parks;

  @BeforeEach
  void openPark() {
    parks = new ParksFixture(database);
    parks.park(1, PACIFIC.getId(), "DOWN_ONLY");
  }

  @ParameterizedTest
  @CsvSource({
    // A Monday; a Sunday; a Saturday after New Year.
    "2024-12-02, today,      2024-12-02, 2024-12-02, 2024-12-01",
    "2024-12-02, yesterday,  2024-12-01, 2024-12-01, 2024-11-30",
    "2024-12-02, 7days,      2024-11-26, 2024-12-02, 2024-11-19",
    "2024-12-02, 30days,     2024-11-03, 2024-12-02, 2024-10-04",
    "2024-12-02, last_week,  2024-11-24, 2024-11-30, 2024-11-17",
    "2024-12-02, last_month, 2024-11-01, 2024-11-30, 2024-10-01",
    "2025-12-28, last_week,  2025-12-21, 2025-12-27, 2025-12-14",
    "2025-12-28, last_month, 2025-11-01, 2025-11-30, 2025-10-01",
    "2026-01-03, last_week,  2025-12-21, 2025-12-27, 2025-12-14",
    "2026-01-03, last_month, 2025-12-01, 2025-12-31, 2025-11-01",
    "2026-03-31, last_month, 2026-02-01, 2026-02-28, 2026-01-01"
  })
  void periodsAreDaysOfTheCalendar(
      LocalDate today, String period, LocalDate from, LocalDate to, LocalDate previousFrom) {
    Row window = window(period, today.atTime(LocalTime.NOON).atZone(PACIFIC).toInstant());

    assertThat(window.getLocalDate("from_day")).isEqualTo(from);
    assertThat(window.getLocalDate("to_day")).isEqualTo(to);
    assertThat(window.getLocalDate("previous_from_day")).isEqualTo(previousFrom);
  }

  @ParameterizedTest
  @CsvSource({
    // Until four in the morning it is still the evening before; in winter, in summer, and at the
    // other end of the world.
    "America/Los_Angeles, 2025-12-06T11:59:59Z, 2025-12-05",
    "America/Los_Angeles, 2025-12-06T12:00:00Z, 2025-12-06",
    "America/Los_Angeles, 2025-07-04T10:59:59Z, 2025-07-03",
    "America/Los_Angeles, 2025-07-04T11:00:00Z, 2025-07-04",
    "America/New_York,    2024-07-15T08:00:00Z, 2024-07-15",
    "Asia/Tokyo,          2025-12-05T18:59:59Z, 2025-12-05",
    "Asia/Tokyo,          2025-12-05T19:00:00Z, 2025-12-06"
  })
  void todayBeginsAtFourWhereTheParkIs(String zone, Instant now, LocalDate today) {
    parks = new ParksFixture(database);
    parks.park(1, zone, "DOWN_ONLY");

    assertThat(window("today", now).getLocalDate("today")).isEqualTo(today);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-07, 23", // the night in which the clocks go forward belongs to the evening before
    "2026-03-08, 24",
    "2026-10-31, 25",
    "2026-11-01, 24"
  })
  void aDayHasTheHoursItsClockGivesIt(LocalDate day, int hours) {
    Row window = window("today", day.atTime(LocalTime.NOON).atZone(PACIFIC).toInstant());

    assertThat(
            Duration.between(
                window.getOffsetDateTime("starts_at"), window.getOffsetDateTime("ends_at")))
        .isEqualTo(Duration.of(hours, ChronoUnit.HOURS));
  }

  @Test
  void everyPeriodIsToldInTheZoneOfEachPark() {
    parks.park(2, "Asia/Tokyo", "DOWN_ONLY");
    parks.park(3, "Asia/Tokyo", "DOWN_ONLY");

    JsonNode told =
        parks.document(DetailViews.PARK_WINDOWS, null, ParkViews.ALL_PARKS, "2026-03-08T22:00:00Z");

    assertThat(told.findValuesAsText("period")).containsExactlyElementsOf(ParkViews.WINDOWS);
    assertThat(told.at("/windows/0/zones").toString())
        .isEqualTo(
            """
            [{"timezone":"America/Los_Angeles","parks":1,"from":"2026-03-08","to":"2026-03-08",\
            "starts_at":"2026-03-08T11:00:00Z","ends_at":"2026-03-09T11:00:00Z",\
            "previous":{"from":"2026-03-07","to":"2026-03-07"}},\
            {"timezone":"Asia/Tokyo","parks":2,"from":"2026-03-09","to":"2026-03-09",\
            "starts_at":"2026-03-08T19:00:00Z","ends_at":"2026-03-09T19:00:00Z",\
            "previous":{"from":"2026-03-08","to":"2026-03-08"}}]""");
    assertThat(told.at("/windows/1/zones/0/starts_at").textValue())
        .as("the day before the clocks went forward, at four")
        .isEqualTo("2026-03-07T12:00:00Z");
  }

  @Test
  void withoutParksThereIsNoWindow() {
    JsonNode told =
        parks.document(
            DetailViews.PARK_WINDOWS, null, ParkViews.DISNEY_UNIVERSAL, "2026-03-08T22:00:00Z");

    assertThat(told.get("windows")).isEmpty();
    assertThat(told.get("empty_reason").textValue()).isEqualTo("no park is known");
  }

  private Row window(String period, Instant now) {
    Map<String, Object> binds = new HashMap<>();
    binds.put("now", now);
    binds.put("period", period);
    binds.put("filter", ParkViews.ALL_PARKS);
    binds.put("day_starts_at", ParksFixture.CONFIG.dayStartsAt());
    return parks.one("parkstest/window.sql", binds);
  }
}
