package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The search over parks, rides and films, as somebody without a mouse uses it. */
@InBrowser
class SearchIT {
  private static final String SOMEWHERE = "/parks/1000001";

  @Test
  void a_slash_opens_it_arrows_move_and_enter_goes_there(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    opened(page);
    page.keyboard().type("comet");

    assertThat(chosen(page)).containsText("Comet Backlot (demo)");
    page.keyboard().press("ArrowDown");
    assertThat(chosen(page)).containsText("Comet Chase");
    assertThat(box(page)).hasAttribute("aria-activedescendant", "search-hit-1");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(visitor.address() + "/rides/1000013");
  }

  @Test
  void the_arrows_go_round_and_escape_gives_the_focus_back(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    Locator button =
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Search").setExact(true));
    button.focus();
    page.keyboard().press("Enter");
    assertThat(box(page)).isFocused();
    page.keyboard().type("comet chase");
    assertThat(hits(page)).hasCount(1);
    page.keyboard().press("ArrowUp");
    assertThat(chosen(page)).containsText("Comet Chase");

    page.keyboard().press("Escape");
    assertThat(page.locator("m-search dialog")).not().isVisible();
    assertThat(button).isFocused();
  }

  @Test
  void control_k_opens_it_with_all_parks(Visitor visitor) {
    Page page = visitor.open("/rides/1000013");
    page.keyboard().press("Control+k");
    assertThat(hits(page)).hasCount(8);
  }

  @Test
  void a_slash_in_a_field_is_a_slash(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    opened(page);
    page.keyboard().type("a/b");
    assertThat(box(page)).hasValue("a/b");
  }

  @Test
  void a_name_that_begins_with_it_comes_before_a_word_before_a_middle(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    opened(page);
    page.keyboard().type("st");

    assertThat(
            page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Rides"))
                .getByRole(AriaRole.OPTION)
                .first())
        .containsText("Starling Express");
    assertThat(page.locator(".search-hit mark").first())
        .hasText(Pattern.compile("^st$", Pattern.CASE_INSENSITIVE));
    assertThat(
            page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Parks"))
                .getByRole(AriaRole.OPTION)
                .first())
        .containsText("Moonmarsh Studios");
  }

  @Test
  void a_film_is_found_by_a_word_of_its_title_and_opens_in_the_predictions(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    opened(page);
    page.keyboard().type("compass");
    Locator films = page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Films"));

    assertThat(films.getByRole(AriaRole.OPTION).first()).containsText("Compass");
    films.getByRole(AriaRole.OPTION).first().click();
    assertThat(page).hasURL(Pattern.compile("/predictions\\?.*film=\\d+"));
  }

  @Test
  void nothing_found_is_said_in_words(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    opened(page);
    page.keyboard().type("zzzz");
    assertThat(page.locator("m-search [role=status]")).containsText("Nothing is called “zzzz”");
    assertThat(box(page)).hasAttribute("aria-expanded", "false");
  }

  @Test
  void the_names_are_fetched_once(Visitor visitor) {
    Page page = visitor.open(SOMEWHERE);
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> note(asked, request));
    for (int time = 0; time < 3; time++) {
      page.keyboard().press("/");
      assertThat(hits(page)).hasCount(8);
      page.keyboard().press("Escape");
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void without_the_service_it_says_so_and_asks_again_when_told(Visitor visitor) {
    visitor.expects("Failed to load resource|ERR_FAILED");
    Page page = visitor.open(SOMEWHERE);
    page.route("**/api/search/index", Route::abort);
    page.keyboard().press("/");
    assertThat(page.locator("m-search [role=alert]")).containsText("could not be fetched");

    page.unroute("**/api/search/index");
    page.locator("m-search [role=alert] button").click();
    assertThat(hits(page)).hasCount(8);
  }

  @Test
  void it_can_be_used_on_a_small_phone_in_the_dark(Visitor visitor) {
    Page page = visitor.with(320, ColorScheme.DARK).open(SOMEWHERE);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Search").setExact(true))
        .click();
    page.keyboard().type("co");
    assertThat(chosen(page)).isVisible();
    visitor.photograph(page, "search-dark-320");
    visitor.assertUsable(page);
  }

  private static void opened(Page page) {
    page.keyboard().press("/");
    assertThat(box(page)).isFocused();
  }

  private static void note(List<String> asked, Request request) {
    if (request.url().endsWith("/api/search/index")) {
      asked.add(request.url());
    }
  }

  private static Locator box(Page page) {
    return page.getByRole(
        AriaRole.COMBOBOX, new GetByRoleOptions().setName("Search parks, rides and films"));
  }

  private static Locator hits(Page page) {
    return page.locator("m-search [role=option]");
  }

  private static Locator chosen(Page page) {
    return page.locator("m-search [role=option][aria-selected=true]");
  }
}
