package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the predictions on the films of the demonstration. */
@InBrowser
class PredictionsPageIT {
  private static final String TENS = "/predictions?decade=2010";
  private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(30_000);

  @Test
  void aDecadeIsRankedFilteredSearchedAndPagedAndTheAddressSaysSo(Visitor visitor) {
    Page page = visitor.open("/predictions");
    page.locator(".tabs a", new Page.LocatorOptions().setHasText("2010s")).click();
    assertThat(page.locator("tbody tr")).hasCount(25);
    button(page, "Future predictions").click();
    assertThat(page.locator("tbody .state.info")).hasCount(0);
    page.locator(".pager a").click();
    assertThat(page.locator(".pager")).containsText("26–50 of");
    assertThat(page).hasURL(Pattern.compile("decade=2010&status=future_prediction&page=2"));

    page.getByLabel("Title contains").fill("no such title");
    assertThat(page.locator(".empty")).containsText("No film of this decade fits the filter.");
    button(page, "Show all films").click();
    assertThat(page.locator("tbody tr")).hasCount(25);
  }

  @Test
  void theDrawerTellsWhyAndItsPointsAddUp(Visitor visitor) {
    Page page = visitor.open(TENS);
    String shown = page.locator("tbody .likelihood-value").first().innerText();
    page.locator("tbody th a").first().click();

    assertThat(page.locator("dialog h3").first()).hasText("Why " + shown);
    List<String> points = page.locator(".breakdown tbody td:last-child").allInnerTexts();
    double sum = points.stream().mapToDouble(Double::parseDouble).sum();
    String together = page.locator(".breakdown tfoot td:last-child").innerText();
    assertThat(sum).isCloseTo(Double.parseDouble(together), within(0.005));
    assertThat(page.locator(".inputs .card")).hasCount(5);
    visitor.assertUsable(page);

    page.goBack();
    assertThat(page.locator("dialog[open]")).hasCount(0);
  }

  @Test
  void otherWeightsAreTriedAndComparedWithTheSavedRanking(Visitor visitor) {
    visitor.expects("status of 422");
    Page page = visitor.open(TENS);
    button(page, "Try other weights").click();
    Locator awards = page.locator("input[name=awards]");
    awards.focus();
    for (int i = 0; i < 15; i++) {
      awards.press("ArrowRight");
    }

    assertThat(page.locator(".sum")).containsText("Total 115%");
    assertThat(page.locator("main .banner.warn")).containsText("They add up to 1.15");
    button(page, "Normalise to 100%").click();
    assertThat(page.locator(".sum")).containsText("Total 100%");
    assertThat(page.locator("main .banner")).hasCount(0);
    assertThat(page.locator("tbody .move.up").first()).isVisible(SOON);
    assertThat(page).hasURL(Pattern.compile("weights=35-31-17-17-0"));
    visitor.assertUsable(page);
  }

  @Test
  void whoIsNotLoggedInCannotSave(Visitor visitor) {
    Page page = visitor.open(TENS + "&weights=50-50-0-0-0");

    assertThat(page.locator("m-saving")).containsText("An admin can save weights as a profile.");
    assertThat(button(page, "Save as a profile")).hasCount(0);
    page.navigate(visitor.address() + "/predictions?tab=cache");
    assertThat(page.locator("[data-profile]")).hasCount(5);
    assertThat(button(page, "Refresh everything of the films")).hasCount(0);
  }

  @Test
  void theKeyboardIsEnough(Visitor visitor) {
    Page page = visitor.open(TENS);
    Locator film = page.locator("tbody th a").first();
    film.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] .breakdown")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(film).isFocused();

    button(page, "Try other weights").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("input[name=people]")).isVisible();
    page.locator("input[name=people]").press("ArrowLeft");
    assertThat(page.locator(".sum")).containsText("Total 99%");
  }

  @Test
  void theCsvHasTheSameRows(Visitor visitor) {
    Page page = visitor.open(TENS + "&status=already_added&page=2");
    List<String> titles = page.locator("tbody th a").allInnerTexts();
    String link = page.locator(".tools a[download]").getAttribute("href");

    String csv = page.request().get(visitor.address() + link).text();
    assertThat(csv.strip().lines().skip(1).toList()).hasSameSizeAs(titles);
    assertThat(csv).contains(titles);
  }

  @Test
  void aServiceThatIsAwayIsSaidToBeAndWhatWasThereStays(Visitor visitor) {
    visitor.expects("ERR_INTERNET_DISCONNECTED");
    Page page = visitor.open(TENS);
    page.clock().install();
    page.reload();
    assertThat(page.locator("tbody tr")).hasCount(25);
    page.context().setOffline(true);
    page.clock().fastForward("01:05");
    assertThat(page.locator("main .banner.error").first()).containsText("cannot be reached");
    assertThat(page.locator("main .banner.error").first()).containsText("the last good answer");
    assertThat(page.locator("tbody tr")).hasCount(25);

    page.context().setOffline(false);
    page.clock().fastForward("00:10");
    assertThat(page.locator("main .banner.error")).hasCount(0);
    assertThat(page.locator("tbody tr")).hasCount(25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validation", "comparison", "cache", "ranking&weights=50-50-0-0-0"})
  void everyTabIsUsableWideAndNarrowLightAndDark(String tab, Visitor visitor) {
    String name = "predictions-" + tab.replaceAll("&.*", "-preview");
    for (int width : List.of(1280, 320)) {
      ColorScheme theme = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
      Page page = visitor.with(width, theme).open("/predictions?tab=" + tab);
      assertThat(page.locator("m-predictions-page .card, .figure, tbody tr").first()).isVisible();
      visitor.photograph(page, name + "-" + width);
      visitor.assertUsable(page);
    }
  }

  @Test
  void hindsightStandsBesideTheVotesAndLuckWithItsInterval(Visitor visitor) {
    Page page = visitor.open("/predictions?tab=validation");

    assertThat(page.locator("[data-decade]")).hasCount(11);
    Locator twenties = page.locator("[data-decade='1920']");
    assertThat(twenties).containsText(Pattern.compile("\\d+ of \\d+ found"));
    assertThat(twenties).containsText("95% interval (Wilson)");
    assertThat(twenties).containsText("The most voted for");
    assertThat(twenties).containsText("Few films");
    assertThat(page.locator(".overall")).containsText("Pooled");
    assertThat(page.locator(".overall")).containsText("Mean of decades");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
