package app.marquee.web;

import static app.marquee.web.FilmClub.card;
import static app.marquee.web.FilmClub.enter;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of votes as its members use it. */
@InBrowser
class VotePageIT {
  private static final String PRESSED = "aria-pressed";

  @Test
  void a_stranger_joins_proposes_votes_takes_the_vote_back_and_leaves(Visitor visitor) {
    Page page = visitor.open("/vote");
    link(page, "Log in").click();
    page.locator(".login .choice").getByText("Become a member").click();
    FilmClub.logIn(page, "Olga", FilmClub.PASSWORD);
    assertThat(page.locator(".who")).hasText("Olga");
    assertThat(page.locator(".my-limit")).hasText("0 of 10 proposals used");

    button(page, "Propose a film").click();
    page.getByRole(AriaRole.COMBOBOX, named("Title of the film")).fill("the");
    Locator hit = page.locator("#film-hits [role=option]:not(:has(.state))").first();
    String title = hit.locator(".hit-title").innerText().replaceFirst(" \\(\\d{4}\\)$", "");
    hit.click();
    page.locator("m-propose textarea").fill("for the music");
    button(page, "Propose").click();
    Locator film = card(page, title);
    assertThat(film.locator(".film-note")).hasText("for the music");
    assertThat(page.locator(".my-limit")).hasText("1 of 10 proposals used");

    film.locator(".vote-button").click();
    assertThat(film.locator(".vote-button")).hasAttribute(PRESSED, "true");
    assertThat(film.locator(".voters")).hasText("1 vote by Olga");
    assertThat(film.locator(".vote-button")).hasAttribute("aria-busy", "false");
    page.reload();
    assertThat(film.locator(".vote-button")).hasText("✓Voted");
    film.locator(".vote-button").click();
    assertThat(film.locator(".voters")).hasText("0 votes so far");
    assertThat(film.locator(".vote-button")).hasAttribute(PRESSED, "false");

    film.getByText("Withdraw").click();
    button(page, "Withdraw it").click();
    assertThat(film).hasCount(0);
    button(page, "Log out").click();
    assertThat(link(page, "Log in")).isVisible();
  }

  @Test
  void who_is_not_logged_in_is_asked_first_and_the_vote_is_counted_right_after(Visitor visitor) {
    Page page = visitor.open("/vote");
    FilmClub club = new FilmClub(visitor.address()).with("Vera");
    long id = club.propose("Vera", Map.of("title", "Asked First", "year", 1999));
    page.reload();
    card(page, "Asked First").locator(".vote-button").click();
    assertThat(page.getByText("Log in to vote for “Asked First”")).isVisible();

    visitor.expects("status of 401");
    FilmClub.logIn(page, "Vera", "not the password");
    assertThat(page.locator(".field-error")).hasText("Name or password is wrong.");
    FilmClub.logIn(page, "Vera", FilmClub.PASSWORD);
    assertThat(card(page, "Asked First").locator(".voters")).hasText("1 vote by Vera");
    assertThat(page).hasURL(Pattern.compile("/vote$"));
    club.withdraw("Vera", id);
  }

  @Test
  void a_session_that_has_ended_asks_for_the_password_and_then_votes(Visitor visitor) {
    FilmClub club = new FilmClub(visitor.address()).with("Vera");
    long id = club.propose("Vera", Map.of("title", "Session Ended"));
    Page page = enter(visitor.open("/vote"), "Vera");
    page.context().clearCookies();
    visitor.expects("status of 401");
    card(page, "Session Ended").locator(".vote-button").click();
    assertThat(page.getByText(Pattern.compile("Your session has ended|Log in to vote")))
        .isVisible();
    FilmClub.logIn(page, "Vera", FilmClub.PASSWORD);
    assertThat(card(page, "Session Ended").locator(".voters")).hasText("1 vote by Vera");
    club.withdraw("Vera", id);
  }

  @Test
  void guessing_a_password_too_often_says_how_long_to_wait(Visitor visitor) {
    visitor.expects("status of 401").expects("status of 429");
    Page page = visitor.open("/vote?login=1");
    page.evaluate(
        """
        async () => {
          for (let i = 0; i < 10; i++) {
            await fetch('/api/login', { method: 'POST', body: new URLSearchParams({ name: 'Guessed', password: `no ${i}` }) });
          }
        }""");
    FilmClub.logIn(page, "Guessed", "another guess");
    assertThat(page.locator(".field-error"))
        .hasText(Pattern.compile("^There were too many attempts\\. Try again in \\d+ (s|min)\\.$"));
  }

  @Test
  void a_film_that_is_proposed_already_can_be_voted_for_instead(Visitor visitor) {
    FilmClub club = new FilmClub(visitor.address()).with("Vera").with("Wim");
    long id = club.propose("Vera", Map.of("title", "Twice Proposed", "year", 2001));
    Page page = enter(visitor.open("/vote"), "Wim");
    visitor.expects("status of 409");
    proposeByTitle(page, "twice proposed", "2001");
    assertThat(page.getByText("“Twice Proposed” is already proposed.")).isVisible();
    button(page, "Vote for it").click();
    assertThat(card(page, "Twice Proposed").locator(".voters")).hasText("1 vote by Wim");
    club.withdraw("Vera", id);
  }

  @Test
  void a_film_watched_before_is_proposed_again_only_if_it_is_meant(Visitor visitor) {
    FilmClub club = new FilmClub(visitor.address()).with("Vera").with("Wim");
    club.watched(club.propose("Vera", Map.of("title", "Watched Before", "year", 2002)));
    Page page = enter(visitor.open("/vote"), "Wim");
    visitor.expects("status of 409");
    proposeByTitle(page, "Watched Before", "2002");
    assertThat(page.getByText("You have watched this film before.")).isVisible();
    button(page, "Propose it again").click();
    assertThat(card(page, "Watched Before")).isVisible();
    card(page, "Watched Before").getByText("Withdraw").click();
    button(page, "Withdraw it").click();
    assertThat(card(page, "Watched Before")).hasCount(0);
  }

  @Test
  void a_member_at_the_limit_is_told_what_to_do(Visitor visitor) {
    FilmClub club = new FilmClub(visitor.address()).with("Lim");
    Page page = enter(visitor.open("/vote"), "Lim");
    button(page, "Propose a film").click();
    club.limit("Lim", 0);
    visitor.expects("status of 422");
    byTitle(page, "One Too Many", "2003");
    assertThat(page.getByText("Your limit is reached.")).isVisible();
    assertThat(page.getByText("Withdraw one of yours, or wait until one is watched.")).isVisible();
    button(page, "Show my proposals").click();
    assertThat(page.getByText("No film is like that.")).isVisible();
  }

  @Test
  void everything_can_be_done_with_the_keyboard_alone(Visitor visitor) {
    FilmClub club = new FilmClub(visitor.address()).with("Kay");
    long id = club.propose("Kay", Map.of("title", "Keys Only"));
    Page page = visitor.open("/vote?login=1");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).focus();
    page.keyboard().type("Kay");
    page.keyboard().press("Tab");
    page.keyboard().type(FilmClub.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator(".who")).hasText("Kay");

    Locator vote = card(page, "Keys Only").locator(".vote-button");
    vote.focus();
    page.keyboard().press("Enter");
    assertThat(vote).hasAttribute(PRESSED, "true");
    assertThat(vote).isFocused();

    button(page, "Propose a film").focus();
    page.keyboard().press("Enter");
    Locator box = page.getByRole(AriaRole.COMBOBOX, named("Title of the film"));
    box.focus();
    page.keyboard().type("the");
    assertThat(box).hasAttribute("aria-expanded", "true");
    page.keyboard().press("ArrowDown");
    assertThat(box).hasAttribute("aria-activedescendant", "hit-0");
    page.keyboard().press("Escape");
    assertThat(box).hasAttribute("aria-expanded", "false");
    assertThat(box).isVisible();
    page.keyboard().press("Escape");
    assertThat(button(page, "Propose a film")).isFocused();
    club.withdraw("Kay", id);
  }

  private static void proposeByTitle(Page page, String title, String year) {
    button(page, "Propose a film").click();
    byTitle(page, title, year);
  }

  private static void byTitle(Page page, String title, String year) {
    button(page, "By title and year").click();
    page.locator("m-propose [name=title]").fill(title);
    page.locator("m-propose [name=year]").fill(year);
    button(page, "Propose").click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }
}
