package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operators' page: who may see it, what it tells, what its levers do. */
@InBrowser
class OpsPageIT {
  private static final String HOSTILE = "'); alert(1)//<img src=x onerror=alert(1)>";
  private static final String KEY = "proposals_standings_open_all";

  private static DemoService service;

  @BeforeAll
  static void begin() {
    service = new DemoService(Map.of("MARQUEE_CLOCK", "2026-08-22T19:00:00Z"));
  }

  @AfterAll
  static void end() {
    service.close();
  }

  private static Page opened(Visitor visitor, String query) {
    return Visitor.settled(visitor.elsewhere(service.address(), "/ops" + query));
  }

  /** As the administrator, whose token is typed in as anybody would. */
  private static Page operated(Visitor visitor, String query) {
    Page page = opened(visitor, query);
    page.locator("button:has-text('Use a token')").click();
    page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill(DemoService.ADMIN);
    page.keyboard().press("Enter");
    page.locator(".figures").waitFor();
    return Visitor.settled(page);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void nobodyIsToldHowToComeIn(Visitor visitor) {
    visitor.expects("401");
    Page page = opened(visitor, "");

    assertThat(page.locator("main")).containsText("Log in as an operator or administrator");
    page.locator("button:has-text('Use a token')").click();
    page.getByLabel("Token", new Page.GetByLabelOptions().setExact(true))
        .fill("not-a-token-at-all");
    page.keyboard().press("Enter");
    assertThat(page.locator("[role=alert]")).hasText("This token is not known.");
    assertThat(page.locator("table")).hasCount(0);
    visitor.assertUsable(page);
  }

  @Test
  void aMemberIsToldThatItIsNotForMembers(Visitor visitor) {
    new FilmClub(service.address()).with("Curious");
    Page page = opened(visitor, "");
    page.getByLabel("Name").fill("Curious");
    page.getByLabel("Password").fill(FilmClub.PASSWORD);
    page.keyboard().press("Enter");

    assertThat(page.locator("main")).containsText("You are Curious, and neither an operator");
    assertThat(page.locator("table")).hasCount(0);
  }

  @Test
  void everyKeyStandsThereAsTheApiTellsIt(Visitor visitor) {
    Page page = operated(visitor, "?feature=proposals&sort=key");

    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("tbody th").first()).hasText(KEY);
    assertThat(page.locator("tbody .state").first()).hasText("fresh");
    assertThat(page.locator("thead th[aria-sort=ascending]")).containsText("Key");
    assertThat(page.locator("#notices")).containsText("Replay clock");
    button(page, "Missing 0").click();
    assertThat(page.locator(".empty")).hasText("No key is like this.");
    assertThat(page).hasURL(service.address() + "/ops?feature=proposals&sort=key&state=missing");
    page.goBack();
    assertThat(page.locator("tbody tr")).hasCount(2);
  }

  @Test
  void aRefreshIsFollowedToItsEnd(Visitor visitor) {
    Page page = operated(visitor, "");
    page.locator("m-levers select").selectOption("proposals");
    page.getByLabel("fresh keys too").check();
    button(page, "Refresh now").click();

    assertThat(page.locator("m-run [data-status=success]")).containsText("Refreshed");
    page.locator(".tabs a:has-text('Runs')").click();
    Locator newest = page.locator("tbody tr").first();
    assertThat(newest).containsText("proposals");
    newest.locator("th a").click();
    assertThat(page.locator("dialog[open]")).containsText("No key failed.");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
  }

  @Test
  void aRunThatHangsIsCancelled(Visitor visitor) throws IOException, SQLException {
    Page page = operated(visitor, "");
    try (Connection database = service.database();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table vote in access exclusive mode");
      page.locator("m-levers select").selectOption("proposals");
      page.getByLabel("fresh keys too").check();
      button(page, "Refresh now").click();
      assertThat(page.locator("m-run progress")).isVisible();
      button(page, "Cancel").click();
      assertThat(page.locator("m-run [data-status=cancelled]")).containsText("Cancelled");
      database.rollback();
    }
  }

  @Test
  void aFailureIsNamedKeyByKey(Visitor visitor) throws IOException, SQLException {
    Page page = operated(visitor, "?feature=proposals&sort=key");
    try (Connection database = service.database();
        Statement statement = database.createStatement()) {
      statement.execute("alter table vote rename to vote_elsewhere");
      button(page, "Refresh " + KEY).click();
      assertThat(page.locator("m-run [data-status=failed]")).containsText("Failed");
      statement.execute("alter table vote_elsewhere rename to vote");
    }
    assertThat(page.locator("tbody tr").first()).containsText("the newest build failed");
    page.locator(".tabs a:has-text('Runs')").click();
    page.locator("tbody tr").first().locator("th a").click();
    assertThat(page.locator("dialog[open] table").first()).containsText(KEY);
    assertThat(page.locator("dialog[open] table").first()).containsText("build failed");
    page.keyboard().press("Escape");
    page.locator(".tabs a:has-text('Keys')").click();
    button(page, "Refresh " + KEY).click();
    assertThat(page.locator("m-run [data-status=success]")).isVisible();
  }

  @Test
  void aKeyIsPausedAndResumed(Visitor visitor) {
    Page page = operated(visitor, "?feature=proposals&sort=key");
    button(page, "Pause " + KEY).click();
    assertThat(page.locator("tbody tr").first()).containsText("paused");
    assertThat(button(page, "Refresh " + KEY)).isDisabled();
    button(page, "Resume " + KEY).click();
    assertThat(button(page, "Pause " + KEY)).isVisible();
  }

  @Test
  void allRefreshingIsPausedWithAReasonThatStaysText(Visitor visitor) {
    Page page = operated(visitor, "");
    button(page, "Pause refreshing…").click();
    page.getByLabel("Why (others read it)").fill(HOSTILE);
    button(page, "Pause all refreshing").click();

    Locator banner = page.locator("main .banner.warn");
    assertThat(banner).containsText("Refreshing is paused");
    assertThat(banner).containsText(HOSTILE);
    assertThat(button(page, "Refresh now")).isDisabled();
    visitor.assertUsable(page);
    button(page, "Resume").first().click();
    assertThat(banner).hasCount(0);
    assertThat(button(page, "Refresh now")).isEnabled();
  }

  @Test
  void whatWasShownStaysWhileTheServiceIsAway(Visitor visitor) {
    visitor.expects("ERR_FAILED");
    Page page = operated(visitor, "?feature=proposals");
    page.route("**/api/**", Route::abort);

    assertThat(page.locator(".banner.error")).containsText("The service cannot be reached.");
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.unroute("**/api/**");
    button(page, "Try again").click();
    assertThat(page.locator(".banner.error")).hasCount(0);
  }

  @Test
  void providersTellHowTheyStand(Visitor visitor) {
    Page page = operated(visitor, "?tab=providers");

    assertThat(page.locator("main")).containsText("No provider is asked for wait times.");
    assertThat(page.locator("tbody tr")).containsText("offline");
    visitor.assertUsable(page);
  }

  @Test
  void aKeyboardIsEnough(Visitor visitor) {
    Page page = operated(visitor, "?feature=proposals&sort=key");
    button(page, "Pause " + KEY).focus();
    page.keyboard().press("Enter");
    assertThat(button(page, "Resume " + KEY)).isFocused();
    page.keyboard().press("Enter");
    assertThat(button(page, "Pause " + KEY)).isFocused();
  }
}
