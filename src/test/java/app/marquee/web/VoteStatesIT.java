package app.marquee.web;

import static app.marquee.web.FilmClub.card;
import static app.marquee.web.FilmClub.enter;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of votes when something is hidden, fails, changes or means harm. */
@InBrowser
class VoteStatesIT {
  private static final String HARM = "'); alert(1)//<img src=x onerror=alert(1)>";
  private static final String LIST = "**/api/proposals?**";
  private static final String POLL = "00:13";

  /** A club of its own, whose only provider of film data does not answer. */
  private static DemoService service;

  private static FilmClub club;

  @BeforeAll
  static void found() {
    service =
        new DemoService(
            Map.of(
                "MARQUEE_DEMO", "false",
                "MARQUEE_PROPOSALS_METADATA_PROVIDERS", "imdbapi",
                "MARQUEE_PROPOSALS_METADATA_IMDBAPI_BASE_URL", "http://127.0.0.1:1"));
    club = new FilmClub(service.address()).with("Ann").with("Bob");
  }

  @AfterEach
  void endRounds() {
    club.closeRounds();
  }

  @AfterAll
  static void dissolve() {
    service.close();
  }

  @Test
  void a_vote_that_fails_is_undone_and_says_so(Visitor visitor) {
    long id = club.propose("Ann", Map.of("title", "Not Counted"));
    visitor.expects("status of 500").expects("ERR_FAILED");
    Page page = enter(visitor.elsewhere(service.address(), "/vote"), "Ann");
    Locator film = card(page, "Not Counted");
    page.route(
        "**/vote", route -> route.fulfill(new Route.FulfillOptions().setStatus(500).setBody("")));
    film.locator(".vote-button").click();
    assertThat(page.locator(".toast.error"))
        .containsText("Your vote for “Not Counted” was not counted.");
    assertThat(film.locator(".vote-button")).hasAttribute("aria-pressed", "false");
    assertThat(film.locator(".voters")).hasText("0 votes so far");

    page.unroute("**/vote");
    page.route("**/vote", Route::abort);
    film.locator(".vote-button").click();
    assertThat(page.locator(".toast.error").last())
        .containsText("The service cannot be reached. Try again in a moment.");
    assertThat(film.locator(".vote-button")).hasAttribute("aria-pressed", "false");
    club.withdraw("Ann", id);
  }

  @Test
  void a_film_whose_data_could_not_be_had_says_so_and_shows_a_placeholder(Visitor visitor) {
    long unknown =
        club.propose("Ann", Map.of("imdb_id", "tt0133093", "title", "No Data", "year", 1999));
    long bare = club.propose("Ann", Map.of("title", "Bare Title"));
    Page page = visitor.elsewhere(service.address(), "/vote");
    Map<String, String> words =
        Map.of(
            "MISSING", "It is asked for in the background.",
            "NOT_FOUND", "No provider of film data knows this film.",
            "ERROR", "The last attempt to get it failed. It is tried again by itself.",
            "STALE", "Newer data is asked for by itself.");
    for (String state : words.keySet()) {
      page.unroute(LIST);
      alter(
          page, body -> body.replaceAll("\"state\" : \"[A-Z_]+\"", "\"state\" : \"" + state + '"'));
      page.reload();
      assertThat(card(page, "No Data").locator(".film-state")).hasAttribute("data-state", state);
      assertThat(card(page, "No Data").locator(".film-state")).containsText(words.get(state));
    }
    assertThat(card(page, "No Data").locator(".poster img")).hasJSProperty("complete", true);
    assertThat(card(page, "Bare Title").locator(".poster-none")).isVisible();
    assertThat(card(page, "Bare Title").locator(".film-state")).containsText("No film data");
    visitor.assertUsable(page);
    club.withdraw("Ann", unknown);
    club.withdraw("Ann", bare);
  }

  /** Has the page be told something else than the service says. */
  private static void alter(Page page, UnaryOperator<String> change) {
    page.route(
        LIST,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(change.apply(route.fetch().text()))));
  }

  @Test
  void what_was_shown_stays_while_the_service_is_away_and_goes_on_when_it_is_back(Visitor visitor) {
    long id = club.propose("Ann", Map.of("title", "Still Here"));
    visitor.expects("ERR_FAILED");
    Page page = visitor.elsewhere(service.address(), "/vote");
    page.clock().install();
    page.reload();
    assertThat(card(page, "Still Here")).isVisible();
    page.route("**/api/proposals**", Route::abort);
    page.clock().fastForward(POLL);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("The service cannot be reached.");
    assertThat(card(page, "Still Here")).isVisible();
    page.unroute("**/api/proposals**");
    page.clock().fastForward(POLL);
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    club.withdraw("Ann", id);
  }

  @Test
  void titles_names_and_notes_that_mean_harm_are_only_text(Visitor visitor) {
    long id = club.propose("Ann", Map.of("title", HARM, "note", HARM));
    Page page = visitor.elsewhere(service.address(), "/vote");
    alter(
        page,
        body ->
            body.replace("\"voters\" : []", "\"voters\" : [\"" + HARM + "\"]")
                .replace("\"proposer\" : \"Ann\"", "\"proposer\" : \"" + HARM + '"'));
    page.reload();
    Locator film = page.locator("[data-proposal='" + id + "']");
    assertThat(film.locator(".film-title")).hasText(HARM);
    assertThat(film.locator(".film-note")).hasText(HARM);
    assertThat(film.locator(".film-body")).containsText("Proposed by " + HARM);
    assertThat(film.locator(".voters")).containsText(HARM);
    assertThat(page.locator("[onerror]")).hasCount(0);
    assertThat(page.locator("img[src=x]")).hasCount(0);
    club.withdraw("Ann", id);
  }

  @Test
  void votes_of_others_appear_by_themselves_and_move_no_card(Visitor visitor) {
    long first = club.propose("Ann", Map.of("title", "Was First"));
    long second = club.propose("Ann", Map.of("title", "Comes Second"));
    club.vote("Ann", first);
    Page page = visitor.elsewhere(service.address(), "/vote");
    page.clock().install();
    page.reload();
    assertThat(page.locator(".film-title").first()).containsText("Was First");
    club.vote("Ann", second);
    club.vote("Bob", second);
    page.clock().fastForward(POLL);
    assertThat(card(page, "Comes Second").locator(".voters")).hasText("2 votes by Ann and Bob");
    assertThat(page.locator(".film-title").first()).containsText("Was First");
    assertThat(page.locator(".list-change")).containsText("Votes have changed the order.");
    page.getByText("Show the new order").click();
    assertThat(page.locator(".film-title").first()).containsText("Comes Second");
    club.withdraw("Ann", first);
    club.withdraw("Ann", second);
  }

  @Test
  void a_hidden_round_tells_no_votes_and_its_tie_is_drawn_with_a_seed(Visitor visitor) {
    long one = club.propose("Ann", Map.of("title", "Tied One"));
    long other = club.propose("Ann", Map.of("title", "Tied Other"));
    club.openRound(
        Map.of(
            "name",
            "Secret round",
            "closes_at",
            Clock.systemUTC().instant().plusSeconds(7200).toString(),
            "max_votes",
            1,
            "visibility",
            "hidden_until_close"));
    club.vote("Ann", one);
    visitor.expects("status of 422");
    Page page = enter(visitor.elsewhere(service.address(), "/vote"), "Bob");
    assertThat(page.locator(".round-banner"))
        .hasText(
            Pattern.compile(
                "Running.*Secret round.*Closes in 1 h 59 min.*at most 1 vote", Pattern.DOTALL));
    assertThat(card(page, "Tied One").locator(".voters"))
        .hasText("Votes are hidden until the round closes.");
    assertThat(page.locator(".vote-count")).hasCount(0);

    card(page, "Tied Other").locator(".vote-button").click();
    assertThat(card(page, "Tied Other").locator(".vote-button")).hasText("✓Voted");
    card(page, "Tied One").locator(".vote-button").click();
    assertThat(page.locator(".toast.error")).containsText("The round allows 1 vote a member");
    assertThat(page.locator(".vote-count")).hasCount(0);

    Page admin = visitor.elsewhere(service.address(), "/vote");
    admin.evaluate("sessionStorage.setItem('marquee-token', '" + DemoService.ADMIN + "')");
    admin.navigate(service.address() + "/vote?tab=rounds");
    admin.getByText("Close this round").click();
    admin.getByText("Close it").click();
    assertThat(admin.locator(".round-winner"))
        .hasText(Pattern.compile("Winner: Tied O.*1 vote", Pattern.DOTALL));
    assertThat(admin.locator(".round"))
        .containsText(Pattern.compile("tie of 2 films, decided by lot with the seed\\s+\\d+"));
    club.watched(one);
    club.watched(other);
  }

  @Test
  void a_watched_film_is_rated_with_the_keyboard(Visitor visitor) {
    club.watched(club.propose("Ann", Map.of("title", "Seen Together")));
    Page page = enter(visitor.elsewhere(service.address(), "/vote"), "Bob");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Watched")).click();
    Locator film = card(page, "Seen Together");
    film.getByLabel("3 stars").focus();
    page.keyboard().press("ArrowRight");
    assertThat(film.getByLabel("4 stars")).isChecked();
    assertThat(film).containsText("4.0 of 5 by 1 member");
    film.getByText("Take back").click();
    assertThat(film).containsText("Nobody has rated it yet.");
  }

  @Test
  void a_member_makes_and_ends_tokens_and_changes_the_password(Visitor visitor) {
    club.with("Tok");
    Page page = enter(visitor.elsewhere(service.address(), "/vote"), "Tok");
    page.getByText("My account").click();
    page.getByLabel("Name of the new token").fill("laptop");
    page.getByText("Make a token").click();
    assertThat(page.locator(".secret")).hasText(Pattern.compile("marquee_.{20,}"));
    page.getByLabel("End the token laptop").click();
    assertThat(page.getByText("You have given no tokens.")).isVisible();

    visitor.expects("status of 403");
    changePassword(page, "not mine");
    assertThat(page.locator(".field-error")).hasText("The present password is another.");
    changePassword(page, FilmClub.PASSWORD);
    assertThat(page.locator(".done")).containsText("Your password is changed.");
    visitor.assertUsable(page);
  }

  private static void changePassword(Page page, String old) {
    page.getByLabel("Present password").fill(old);
    page.getByLabel("New password, at least").fill("another film on sunday");
    page.getByLabel("New password again").fill("another film on sunday");
    page.getByText("Change the password").last().click();
  }

  @Test
  void every_tab_and_drawer_fits_a_small_dark_phone(Visitor visitor) {
    FilmClub demo = new FilmClub(visitor.address()).with("Pia");
    Page page = visitor.with(320, ColorScheme.DARK).open("/vote?login=1");
    visitor.assertUsable(page);
    enter(page, "Pia");
    for (String look : List.of("tab=open", "tab=watched", "tab=rounds", "propose=1", "account=1")) {
      visitor.open("/vote?" + look);
      visitor.assertUsable(page);
      visitor.photograph(page, "vote-" + look.replace('=', '-') + "-dark-320");
    }
    Assertions.assertThat(demo.titles()).isNotEmpty();
  }
}
