package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The states a ranking can be in, each in words and with what to do, and names that bite. */
@InBrowser
class PredictionsStatesIT {
  private static final String NINETIES = "/predictions?decade=1990";
  private static final String RANKINGS = "**/api/predictions?*";
  private static final String NOT_FOUND = "status of 404";
  private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(60_000);

  private static FilmLibrary library;

  @BeforeAll
  static void fill() {
    library = new FilmLibrary().filled();
  }

  @AfterAll
  static void end() {
    library.close();
  }

  @Test
  void aMissingRankingIsRefreshedByAnAdminWhoIsShownTheRunUntilItIsReady(Visitor visitor) {
    visitor.expects(NOT_FOUND);
    library.clearRanking();
    Page page = seen(visitor, NINETIES);
    assertThat(page.locator("[data-state=missing]")).containsText("has not been computed yet");
    assertThat(page.locator("[data-state=missing]")).containsText("An admin can refresh it");
    visitor.assertUsable(page);

    logInByToken(page);
    button(page, "Refresh now").click();

    assertThat(page.locator(".refresh-panel")).containsText("The 1990s under Balanced");
    assertThat(page.locator(".run[data-status=success]")).isVisible(SOON);
    assertThat(page.locator("tbody tr").first()).isVisible(SOON);
    assertThat(page.locator(".view-state")).hasCount(0);
    assertThat(page.locator(".badge[data-state=fresh]")).isVisible();
  }

  @Test
  void whatIsBeingComputedShowsHowFarItIs(Visitor visitor) {
    visitor.expects(NOT_FOUND);
    Page page = seen(visitor, NINETIES + "&tab=comparison");
    page.route(RANKINGS, route -> route.fulfill(underWay()));
    page.locator(".tabs a").first().click();

    assertThat(page.locator("[data-state=refreshing]")).containsText("3 of 12, about 8 s left");
    visitor.assertUsable(page);

    page.unroute(RANKINGS);
    assertThat(page.locator("tbody tr").first()).isVisible(SOON);
  }

  @Test
  void aStaleRankingSaysWhyAndIsFreshAgainByItself(Visitor visitor) {
    library.addProfile("Held", 0.5);
    library.awaitStatus("/api/predictions?decade=1990&profile=held", 200);
    library.pause("predictions_ranking_1990s_held", true);
    library.weigh("held", "Held", 0.9);

    Page page = seen(visitor, NINETIES + "&profile=held");
    assertThat(page.locator(".badge[data-state=stale]")).containsText("refreshing is paused");
    assertThat(page.locator("[data-state=stale].view-state")).containsText("ops resume it");
    assertThat(page.locator("tbody tr").first()).isVisible();
    visitor.assertUsable(page);

    library.pause("predictions_ranking_1990s_held", false);
    assertThat(page.locator(".badge[data-state=fresh]")).isVisible(SOON);
    library.deleteProfile("held");
  }

  @Test
  void aFailedRefreshSaysWhichAndKeepsTheLastGoodRanking(Visitor visitor) {
    library.loseMostFilms();
    Page page = seen(visitor, NINETIES);

    Locator state = page.locator("[data-state=failed]");
    assertThat(state).containsText("the newest build was refused");
    assertThat(state).containsText("What you see is the last good one");
    assertThat(page.locator("tbody tr")).hasCount(25);
    logInByToken(page);
    assertThat(page.locator("m-failed-run")).containsText("gate rejected");
    visitor.assertUsable(page);

    library.findThemAgain();
    assertThat(page.locator(".badge[data-state=fresh]")).isVisible(SOON);
  }

  @Test
  void hostileTitlesAndNamesAreText(Visitor visitor) {
    visitor.expects(NOT_FOUND);
    Page page = seen(visitor, NINETIES + "&weights=100-0-0-0-0");
    logInByToken(page);
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(FilmLibrary.HOSTILE);
    button(page, "Save as a profile").click();

    assertThat(chosenProfile(page)).hasText(FilmLibrary.HOSTILE);
    assertThat(page.locator("[aria-label^='Preview']")).hasCount(0);
    assertThat(page.locator("tbody th a").first()).isVisible(SOON);
    assertThat(page.locator("tbody th a").first()).hasText(FilmLibrary.HOSTILE);
    page.locator("tbody th a").first().click();
    assertThat(page.locator("dialog h2")).hasText(FilmLibrary.HOSTILE);
    assertThat(page.locator("img[src=x]")).hasCount(0);
    visitor.assertUsable(page);
    page.keyboard().press("Escape");

    button(page, "Try other weights").click();
    button(page, "Delete this profile").click();
    button(page, "Yes, delete").click();
    assertThat(chosenProfile(page)).hasText("Balanced");
  }

  /** What a read is answered while a run is at it, which lasts too short a time to wait for. */
  private static FulfillOptions underWay() {
    return new FulfillOptions()
        .setStatus(404)
        .setHeaders(Map.of("Retry-After", "1", "Content-Type", "application/problem+json"))
        .setBody(
            """
            {"type": "/errors.md#view-missing", "status": 404, "state": "refreshing",
             "run": {"done": 3, "total": 12, "eta_seconds": 8}}""");
  }

  private static Page seen(Visitor visitor, String path) {
    return Visitor.settled(visitor.elsewhere(library.address(), path));
  }

  private static Locator chosenProfile(Page page) {
    return page.getByLabel("Weight profile").locator("option:checked");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void logInByToken(Page page) {
    button(page, "Log in as an admin").first().click();
    button(page, "Use a token").click();
    page.getByLabel("Token").fill(DemoService.ADMIN);
    button(page, "Use this token").click();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator(".who")).isVisible();
  }
}
