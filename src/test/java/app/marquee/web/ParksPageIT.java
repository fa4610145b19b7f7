package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the parks: its tabs, its tables, the drawer of a park. */
@InBrowser
class ParksPageIT {
  private static final String WEEK = "/?period=7days&filter=all-parks";
  private static final int MOST_TABS = 90;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Downtime   | ''         | Parks by shame, today
          Wait times | tab=waits  | Parks by wait, today
          Trends     | tab=trends | Parks whose uptime rose, 7 days
          Awards     | tab=awards | The longest waits of parks, today
          Charts     | tab=charts | Parks by shame, today
          """)
  void aTabShowsWhatItNamesAndStandsInTheUrl(
      String tab, String query, String heading, Visitor visitor) {
    Page page = visitor.open("/?tab=" + (tab.equals("Trends") ? "waits" : "trends"));

    page.locator(".tabs").getByText(tab).click();

    assertThat(heading(page, heading)).isVisible();
    assertThat(page.locator(".tabs a[aria-current=page]")).hasText(tab);
    assertThat(page.url()).endsWith(query.isEmpty() ? "/" : "/?" + query);
    page.goBack();
    assertThat(heading(page, heading)).not().isVisible();
  }

  @Test
  void theFiveStatesAddUpToTheirTotal(Visitor visitor) {
    Page page = visitor.open("/?filter=all-parks");

    List<Integer> counts =
        page.locator(".status-panel dd").allTextContents().stream()
            .map(text -> Integer.valueOf(text.trim().split("\\s")[0]))
            .toList();

    assertThat(counts).hasSize(6);
    assertThat(counts.subList(0, 5).stream().mapToInt(count -> count).sum())
        .isEqualTo(counts.get(5))
        .isPositive();
  }

  @Test
  void headsSortAndSayHow(Visitor visitor) {
    Page page = visitor.open(WEEK);
    assertThat(head(page, "Shame")).hasAttribute("aria-sort", "descending");

    head(page, "Downtime").getByRole(AriaRole.LINK).click();

    assertThat(head(page, "Downtime")).hasAttribute("aria-sort", "descending");
    assertThat(head(page, "Shame")).hasAttribute("aria-sort", "none");
    assertThat(page).hasURL(Pattern.compile("sort=total_downtime_hours"));
    assertThat(numbers(page, 4)).hasSize(8).isSortedAccordingTo(Comparator.reverseOrder());

    head(page, "Uptime").getByRole(AriaRole.LINK).click();

    assertThat(head(page, "Uptime")).hasAttribute("aria-sort", "ascending");
    assertThat(numbers(page, 5)).isSorted();
    page.goBack();
    assertThat(head(page, "Downtime")).hasAttribute("aria-sort", "descending");
  }

  @Test
  void rowsBeyondTheFirstTwentyAreAPageAway(Visitor visitor) {
    Page page = visitor.open(WEEK + "&of=rides");
    assertThat(page.locator("tbody tr")).hasCount(20);
    String first = page.locator("tbody th a").first().textContent();

    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Next")).click();

    assertThat(page.locator("tbody tr td").first()).hasText("21");
    assertThat(page).hasURL(Pattern.compile("page=2"));
    page.goBack();
    assertThat(page.locator("tbody th a").first()).hasText(first);
    assertThat(visitor.open(WEEK + "&of=rides&page=90").getByText("There is no such page"))
        .isVisible();
  }

  @Test
  void aPeriodTellsItsWindowInEveryZone(Visitor visitor) {
    Page page = visitor.open("/?filter=all-parks");
    Locator today =
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Today").setExact(true));

    assertThat(today)
        .hasAttribute(
            "title",
            Pattern.compile(
                "America/Los_Angeles \\(\\d parks?\\): 22 Aug 2026, 04:00 GMT-7 to"
                    + " 23 Aug 2026, 04:00 GMT-7"));
    page.locator(".window-note summary").click();
    assertThat(page.locator(".window-note li").first()).containsText("22 Aug 2026, 04:00");
    assertThat(page.locator(".window-note")).containsText("Europe/Paris");
  }

  @Test
  void aTrendNamesTheWindowsItCompares(Visitor visitor) {
    Page page = visitor.open("/?tab=trends&filter=all-parks&category=rides-declining&period=today");

    assertThat(page.getByText("Uptime of")).containsText("against Fri 21 Aug 2026");
    assertThat(page.locator(".movement.down").first())
        .containsText(Pattern.compile("−\\d+\\.\\d pt"));
  }

  @Test
  void aScoreOpensHowItWasMade(Visitor visitor) {
    Page page = visitor.open(WEEK);
    String park = page.locator("tbody th a").first().textContent();

    page.locator(".shame-link").first().click();

    Locator drawer = page.locator("dialog[open]");
    assertThat(drawer.getByRole(AriaRole.HEADING).first()).hasText(park);
    String id = page.url().replaceFirst(".*drawer=(\\d+).*", "$1");
    JsonNode shame =
        Sight.api(page, "/api/parks/" + id + "/details?period=7days").get("shame_breakdown");
    assertThat(drawer.locator(".formula-numbers"))
        .containsText(
            String.format(
                Locale.ENGLISH,
                "10 × %,d min ÷ %,d min",
                shame.get("weighted_down_minutes").asInt(),
                shame.get("weighted_open_minutes").asInt()));
    double sum = 0;
    for (JsonNode ride : shame.get("rides")) {
      assertThat(drawer.getByText(ride.get("ride_name").asText()).first()).isAttached();
      sum += ride.get("shame_contribution").asDouble();
    }
    assertThat(sum).isCloseTo(shame.get("shame_score").asDouble(), within(0.06));
    assertThat(drawer.locator("m-chart[data-drawn]")).isVisible();
    visitor.assertUsable(page);
    page.goBack();
    assertThat(drawer).hasCount(0);
  }

  @Test
  void aDrawerCanBeSharedAndClosed(Visitor visitor) {
    Page page = visitor.open(WEEK);
    page.locator(".shame-link").first().click();
    String shared = page.url();

    page.navigate(shared);

    Locator drawer = page.locator("dialog[open]");
    assertThat(drawer.locator(".formula-numbers")).isVisible();
    page.keyboard().press("Escape");
    assertThat(drawer).hasCount(0);
    assertThat(page).not().hasURL(Pattern.compile("drawer"));
    page.goBack();
    assertThat(drawer).hasCount(1);
  }

  @Test
  void nobodyIsSaidInTheDrawerOfAParkThatIsNot(Visitor visitor) {
    visitor.expects("404");

    Page page = visitor.open("/?drawer=999999999");

    assertThat(page.locator("dialog[open] [role=alert]")).containsText("nobody's id");
  }

  @Test
  void whatIsAskedWronglyIsToldInWords(Visitor visitor) {
    visitor.expects("400");

    Page page = visitor.open("/?period=ever");

    assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Yesterday")).click();
    assertThat(page.locator("tbody tr").first()).isVisible();
  }

  @Test
  void theLastRowsStayWhileTheServiceIsAway(Visitor visitor) {
    visitor.expects("ERR_FAILED|ERR_CONNECTION");
    Page page = visitor.open("/");
    page.clock().install();
    page.reload();
    assertThat(page.locator("tbody tr").first()).isVisible();

    page.route("**/api/**", route -> route.abort());
    page.clock().fastForward("01:30");

    Locator alert = page.getByRole(AriaRole.ALERT);
    assertThat(alert.first()).containsText("The service cannot be reached.");
    assertThat(alert.first()).containsText("the last good answer");
    assertThat(page.locator("tbody tr").first()).isVisible();
    visitor.photograph(page, "parks-away");

    page.unroute("**/api/**");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Try again")).first().click();
    assertThat(alert).hasCount(0);
  }

  @Test
  void everythingIsReachedByKeyboard(Visitor visitor) {
    Page page = visitor.open(WEEK);

    tabTo(page, "Wait times");
    page.keyboard().press("Enter");
    assertThat(heading(page, "Parks by wait, 7 days")).isVisible();
    tabTo(page, "Yesterday");
    page.keyboard().press("Space");
    assertThat(heading(page, "Parks by wait, yesterday")).isVisible();
    tabTo(page, "Longest wait");
    page.keyboard().press("Enter");
    assertThat(head(page, "Longest wait")).hasAttribute("aria-sort", "descending");
    page.navigate(visitor.address() + WEEK);
    Visitor.settled(page);
    tabTo(page, "how the score is made");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] .formula-numbers")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("shame-link");
  }

  private static Locator heading(Page page, String text) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(text).setExact(true));
  }

  private static Locator head(Page page, String text) {
    return page.locator("main thead th")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + text + "\\s*$")));
  }

  /** What a column of the table says, as numbers. */
  private static List<Double> numbers(Page page, int column) {
    return page.locator("main tbody tr > :nth-child(" + column + ")").allTextContents().stream()
        .map(text -> Double.valueOf(text.replaceAll("[^\\d.]", "")))
        .toList();
  }

  private static void tabTo(Page page, String text) {
    for (int pressed = 0; pressed < MOST_TABS; pressed++) {
      page.keyboard().press("Tab");
      Object focused = page.evaluate("document.activeElement.textContent.trim()");
      if (String.valueOf(focused).contains(text)
          && Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('a, button')"))) {
        return;
      }
    }
    throw new AssertionError("no Tab leads to " + text);
  }
}
