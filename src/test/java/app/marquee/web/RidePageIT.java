package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page of one ride. */
@InBrowser
class RidePageIT {
  private static final String RIDE = "/rides/1000013";
  private static final String DETAILS = "/api/rides/1000013/details?period=";

  /** British English calls the ninth month Sept. */
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("America/Los_Angeles"));

  @Test
  void every_outage_has_its_start_and_end_in_the_zone_of_the_park(Visitor visitor) {
    Page page = visitor.open(RIDE + "?period=last_month");
    List<JsonNode> events = list(Sight.api(page, DETAILS + "last_month").path("downtime_events"));
    Collections.reverse(events);

    assertThat(page.locator("h1")).hasText("Comet Chase");
    assertThat(events).isNotEmpty();
    assertThat(Sight.rows(page, "Outages"))
        .isEqualTo(
            events.stream()
                .map(
                    event ->
                        List.of(
                            local(event.path("start_time")),
                            local(event.path("end_time")),
                            Sight.number(event.path("duration_hours"), 2) + " h"))
                .toList());
  }

  @Test
  void its_hours_and_its_chart_are_those_of_the_api(Visitor visitor) {
    Page page = visitor.open(RIDE + "?period=yesterday&chart=downtime");
    Sight.drawn(page);
    JsonNode details = Sight.api(page, DETAILS + "yesterday");

    assertThat(Sight.rows(page, "Downtime, in h"))
        .extracting(row -> row.get(1))
        .isEqualTo(
            list(details.path("timeseries")).stream()
                .map(point -> Sight.number(point.path("downtime_hours"), 2))
                .toList());
    assertThat(Sight.rows(page, "Hours of the day"))
        .extracting(row -> row.get(0) + " " + row.get(4))
        .isEqualTo(
            list(details.path("hourly_breakdown")).stream()
                .map(
                    hour ->
                        hour.path("hour").asText()
                            + ":00 "
                            + Sight.number(hour.path("uptime_percentage"), 1)
                            + "%")
                .toList());
    assertThat(page.locator(".figures"))
        .containsText(Sight.number(details.path("summary").path("uptime_percentage"), 1) + "%");
  }

  @Test
  void its_park_is_one_step_away(Visitor visitor) {
    Page page = visitor.open(RIDE);
    page.getByLabel("Where this is").getByText("Comet Backlot (demo)").click();
    assertThat(page.locator("h1")).hasText("Comet Backlot (demo)");
  }

  @Test
  void a_ride_there_is_not_is_said_in_words_with_a_way_on(Visitor visitor) {
    visitor.expects("404");
    Page page = visitor.open("/rides/99?period=7days");
    assertThat(page.locator("h1")).hasText("There is no ride 99");
    assertThat(page.locator("main")).containsText("All parks");
  }

  @Test
  void an_unknown_period_is_refused_in_words_and_another_can_be_chosen(Visitor visitor) {
    visitor.expects("400");
    Page page = visitor.open(RIDE + "?period=for_ever");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    page.getByText("Yesterday").click();
    assertThat(page.locator(".figures")).isVisible();
  }

  @Test
  void it_can_be_used_on_a_small_phone_in_the_dark(Visitor visitor) {
    Page page = visitor.with(320, ColorScheme.DARK).open(RIDE + "?period=7days");
    Sight.drawn(page);
    visitor.photograph(page, "ride-dark-320");
    visitor.assertUsable(page);
  }

  private static String local(JsonNode instant) {
    return LOCAL.format(Instant.parse(instant.asText())) + " GMT-7";
  }

  private static List<JsonNode> list(JsonNode array) {
    return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
  }
}
