package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page of one park. */
@InBrowser
class ParkPageIT {
  private static final String PARK = "/parks/1000001";
  private static final String DETAILS = "/api/parks/1000001/details?period=";

  @Test
  void it_fills_the_formula_in_with_the_numbers_of_the_api(Visitor visitor) {
    Page page = visitor.open(PARK + "?period=yesterday");
    JsonNode shame = Sight.api(page, DETAILS + "yesterday").path("shame_breakdown");

    assertThat(page.locator("h1")).hasText("Larkspur Kingdom (demo)");
    assertThat(page).hasTitle(Pattern.compile("^Larkspur Kingdom"));
    assertThat(page.locator(".formula-numbers"))
        .containsText(
            "10 × %s min ÷ %s min = %s"
                .formatted(
                    Sight.number(shame.path("weighted_down_minutes"), 0),
                    Sight.number(shame.path("weighted_open_minutes"), 0),
                    Sight.number(shame.path("shame_score"), 1)));
    assertThat(page.locator(".figures").first())
        .containsText(Sight.number(shame.path("total_downtime_hours"), 2) + " h");
  }

  @Test
  void every_ride_behind_the_score_and_every_excluded_one_is_named(Visitor visitor) {
    Page page = visitor.open(PARK + "?period=yesterday");
    JsonNode details = Sight.api(page, DETAILS + "yesterday");

    assertThat(Sight.rows(page, "Rides behind the score"))
        .extracting(row -> row.get(2) + " adds " + row.get(5))
        .isEqualTo(
            list(details.path("shame_breakdown").path("rides")).stream()
                .map(
                    ride ->
                        Sight.number(ride.path("down_minutes"), 0)
                            + " min adds "
                            + Sight.number(ride.path("shame_contribution"), 3))
                .toList());
    assertThat(Sight.rows(page, "Rides that do not count"))
        .hasSameSizeAs(list(details.path("excluded_rides")))
        .allSatisfy(row -> assertThat(row.get(2)).containsPattern("ago|never"));
  }

  @Test
  void the_chart_is_drawn_and_its_table_has_the_same_numbers(Visitor visitor) {
    Page page = visitor.open(PARK + "?period=yesterday");
    Sight.drawn(page);
    JsonNode chart = Sight.api(page, DETAILS + "yesterday").path("chart");

    List<List<String>> rows = Sight.rows(page, "Shame score");
    assertThat(rows).first().asList().first().isEqualTo("04:00");
    assertThat(rows).last().asList().first().isEqualTo("03:00");
    assertThat(rows)
        .extracting(row -> row.get(1))
        .isEqualTo(
            list(chart.path("shame")).stream()
                .map(point -> Sight.number(point.path("value"), 1))
                .toList());
  }

  @Test
  void today_is_drawn_over_yesterday(Visitor visitor) {
    Page page = visitor.open(PARK);
    assertThat(page.locator("m-chart thead th"))
        .hasText(new String[] {"Hour", "Shame score", "Yesterday"});
    JsonNode yesterday = Sight.api(page, DETAILS + "yesterday").path("chart").path("shame");
    Sight.drawn(page);

    assertThat(Sight.rows(page, "Shame score"))
        .extracting(row -> row.get(2))
        .isEqualTo(
            list(yesterday).stream().map(point -> Sight.number(point.path("value"), 1)).toList());
  }

  @Test
  void what_is_shown_stands_in_the_address_and_back_works(Visitor visitor) {
    Page page = visitor.open(PARK + "?period=7days&chart=wait");
    assertThat(page.getByText("Average wait, 7 days")).isVisible();

    button(page, "Last week").click();
    assertThat(page).hasURL(Pattern.compile("period=last_week"));
    assertThat(page.getByText("Average wait, last week")).isVisible();

    page.goBack();
    assertThat(page.getByText("Average wait, 7 days")).isVisible();
    assertThat(button(page, "7 days")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void the_hours_of_the_days_are_those_of_the_park(Visitor visitor) {
    Page page = visitor.open(PARK + "?period=last_week");
    JsonNode days = Sight.api(page, DETAILS + "last_week").path("operating_sessions");

    List<List<String>> rows = Sight.rows(page, "Opening hours");
    assertThat(rows)
        .hasSameSizeAs(list(days))
        .allSatisfy(row -> assertThat(row.get(1)).startsWith("08:00–"));
    assertThat(page.locator("m-park-page")).containsText("in America/Los_Angeles");
  }

  @Test
  void the_present_is_counted_by_status(Visitor visitor) {
    Page page = visitor.open(PARK + "?period=live");
    JsonNode now = Sight.api(page, DETAILS + "live").path("current_status");

    assertThat(page.getByLabel("Right now"))
        .containsText(Pattern.compile("Operating\\s+" + now.path("OPERATING").asInt()));
    assertThat(page.locator("m-chart")).hasCount(0);
    assertThat(Sight.rows(page, "Attractions that operated in the last 7 days"))
        .hasSameSizeAs(
            list(Sight.api(page, "/api/parks/1000001/rides").path("rides").path("active")));
  }

  @Test
  void a_park_there_is_not_is_said_in_words_with_a_way_on(Visitor visitor) {
    visitor.expects("404");
    Page page = visitor.open("/parks/99");

    assertThat(page.locator("h1")).hasText("There is no park 99");
    button(page, "Search by name").click();
    assertThat(page.locator("m-search dialog")).isVisible();
    page.keyboard().press("Escape");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("All parks")).click();
    assertThat(page).hasURL(visitor.address() + "/");
  }

  @Test
  void the_last_good_numbers_stay_while_the_service_is_away(Visitor visitor) {
    visitor.expects("Failed to load resource|ERR_FAILED");
    Page page = visitor.open(PARK);
    page.route("**/api/**", Route::abort);
    page.evaluate("document.querySelector('m-park-page').details.load()");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
    assertThat(page.locator(".formula")).isVisible();

    page.unroute("**/api/**");
    button(page, "Try again").click();
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
  }

  @Test
  void nothing_is_shown_as_a_number_when_the_service_was_never_there(Visitor visitor) {
    visitor.expects("Failed to load resource|ERR_FAILED");
    Page page = visitor.open("/docs");
    page.route("**/api/**", Route::abort);
    page = visitor.open(PARK);

    assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("cannot be reached");
    assertThat(page.locator(".formula")).hasCount(0);
    page.unroute("**/api/**");
    button(page, "Try again").click();
    assertThat(page.locator(".formula")).isVisible();
  }

  @Test
  void it_can_be_used_on_a_small_phone_in_the_dark(Visitor visitor) {
    Page page = visitor.with(320, ColorScheme.DARK).open(PARK + "?period=yesterday");
    Sight.drawn(page);
    visitor.photograph(page, "park-dark-320");
    visitor.assertUsable(page);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
