package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The charts of the rankings: what is drawn stands beneath as a table, with the numbers of the API.
 */
@InBrowser
class ParkChartsIT {
  private static final String CHARTS = "/?tab=charts&period=";

  @ParameterizedTest
  @CsvSource({
    "parks, 1, 7days",
    "rides, 2, yesterday",
    "waittimes, 1, 30days",
    "ridewaittimes, 1, last_week"
  })
  void lines_have_the_numbers_of_the_api(String type, int digits, String period, Visitor visitor) {
    Page page = visitor.open(CHARTS + period + "&compare=no&chart=" + type);
    Sight.drawn(page);
    JsonNode chart =
        Sight.api(
                page,
                "/api/trends/chart-data?type=%s&period=%s&filter=disney-universal&limit=8"
                    .formatted(type, period))
            .path("chart_data");

    assertThat(chart.path("datasets")).isNotEmpty();
    for (int line = 0; line < chart.path("datasets").size(); line++) {
      assertThat(column(page, line + 1))
          .isEqualTo(points(chart.path("datasets").get(line), digits));
    }
  }

  @Test
  void today_is_compared_with_yesterday_hour_by_hour_from_four_on(Visitor visitor) {
    Page page = visitor.open(CHARTS + "today&chart=waittimes");
    assertThat(page.locator("m-chart thead th").nth(2)).containsText(", yesterday");
    Sight.drawn(page);
    JsonNode today = lines(page, "today").get(0);

    assertThat(column(page, 0)).hasSize(24).startsWith("04:00").endsWith("03:00");
    assertThat(column(page, 1)).isEqualTo(points(today, 1));
    assertThat(column(page, 2)).isEqualTo(points(same(lines(page, "yesterday"), today), 1));
    assertThat(page.locator("m-park-charts"))
        .containsText(
            "Hours are each park's own local time. An operating day goes from 04:00 to 04:00");
  }

  @Test
  void seven_days_are_compared_with_the_seven_before_day_by_day(Visitor visitor) {
    Page page = visitor.open(CHARTS + "7days&chart=waittimes");
    assertThat(page.locator("m-chart thead th").nth(2)).containsText(", the 7 days before");
    JsonNode days = chart(page, "7days");
    JsonNode month = chart(page, "30days");
    JsonNode line = days.path("datasets").get(0);
    List<String> labels = texts(month.path("labels"));
    List<String> before = points(same(month.path("datasets"), line), 1);
    List<String> now = points(line, 1);

    List<String> expected = new ArrayList<>();
    for (String label : texts(days.path("labels"))) {
      int then = labels.indexOf(LocalDate.parse(label).minusDays(7).toString());
      expected.add(now.get(expected.size()).equals("–") ? "–" : before.get(then));
    }
    assertThat(column(page, 2)).isEqualTo(expected);
  }

  @Test
  void a_line_is_seen_alone_and_the_address_says_which(Visitor visitor) {
    Page page = visitor.open(CHARTS + "yesterday");
    Locator first = page.locator(".legend-entry").first();
    first.click();
    assertThat(page).hasURL(Pattern.compile("entity=\\d+"));
    assertThat(page.locator("m-chart thead th")).hasCount(2);
    assertThat(first).hasAttribute("aria-pressed", "true");

    page.goBack();
    assertThat(first).hasAttribute("aria-pressed", "false");
  }

  @ParameterizedTest
  @CsvSource({
    "parks-shame, 1, yesterday",
    "parks-waittimes, 1, today",
    "rides-downtime, 2, 7days",
    "rides-waittimes, 1, last_month"
  })
  void a_heat_map_has_the_numbers_of_the_api(
      String type, int digits, String period, Visitor visitor) {
    Page page = visitor.open(CHARTS + period + "&chart=" + type);
    Sight.drawn(page);
    JsonNode map =
        Sight.api(
            page,
            "/api/trends/heatmap-data?type=%s&period=%s&filter=disney-universal&limit=20"
                .formatted(type, period));

    List<List<String>> rows = Sight.numbers(page);
    assertThat(rows).hasSize(map.path("matrix").size()).isNotEmpty();
    for (int row = 0; row < rows.size(); row++) {
      assertThat(rows.get(row).get(0))
          .startsWith(map.path("entities").get(row).path("entity_name").asText());
      assertThat(rows.get(row).subList(1, rows.get(row).size()))
          .isEqualTo(numbers(map.path("matrix").get(row), digits));
    }
  }

  @Test
  void they_can_be_used_on_a_small_phone_in_the_dark(Visitor visitor) {
    Page page = visitor.with(320, ColorScheme.DARK).open(CHARTS + "yesterday&chart=rides-downtime");
    Sight.drawn(page);
    visitor.photograph(page, "charts-heat-dark-320");
    visitor.assertUsable(page);
  }

  @Test
  void they_can_be_used_on_a_wide_screen_in_daylight(Visitor visitor) {
    Page page = visitor.open(CHARTS + "7days");
    page.locator("m-chart[data-drawn=true]").waitFor();
    visitor.photograph(page, "charts-light-1280");
    visitor.assertUsable(page);
  }

  private static JsonNode lines(Page page, String period) {
    return chart(page, period).path("datasets");
  }

  private static JsonNode chart(Page page, String period) {
    return Sight.api(
            page,
            "/api/trends/chart-data?type=waittimes&filter=disney-universal&limit=20&period="
                + period)
        .path("chart_data");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode same(JsonNode lines, JsonNode wanted) {
    for (JsonNode line : lines) {
      if (line.path("entity_id").equals(wanted.path("entity_id"))) {
        return line;
      }
    }
    throw new AssertionError("no line of " + wanted.path("label"));
  }

  private static List<String> column(Page page, int number) {
    return Sight.numbers(page).stream().map(row -> row.get(number)).toList();
  }

  private static List<String> points(JsonNode line, int digits) {
    List<JsonNode> values = new ArrayList<>();
    line.path("data").forEach(point -> values.add(point.path("value")));
    return values.stream().map(value -> Sight.number(value, digits)).toList();
  }

  private static List<String> numbers(JsonNode line, int digits) {
    List<String> numbers = new ArrayList<>();
    line.forEach(value -> numbers.add(Sight.number(value, digits)));
    return numbers;
  }
}
