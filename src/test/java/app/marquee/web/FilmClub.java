package app.marquee.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The members of a service's film nights, and what they do while a test looks at the page. */
final class FilmClub {
  static final String PASSWORD = "a film every friday";

  private final String address;

  FilmClub(String address) {
    this.address = address;
  }

  /** Makes sure that there is a member of this name. */
  FilmClub with(String name) {
    int status =
        json(given())
            .body(Map.of("name", name, "password", PASSWORD))
            .post("/api/members")
            .statusCode();
    assertThat(status).isIn(201, 409);
    return this;
  }

  /** Proposes; the proposal's id. */
  long propose(String member, Map<String, Object> film) {
    Response answer = json(as(member)).body(film).post("/api/proposals");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.jsonPath().getLong("proposal.id");
  }

  void vote(String member, long proposal) {
    assertThat(as(member).put("/api/proposals/" + proposal + "/vote").statusCode()).isEqualTo(200);
  }

  void withdraw(String member, long proposal) {
    assertThat(as(member).delete("/api/proposals/" + proposal).statusCode()).isEqualTo(200);
  }

  /** How many open proposals the member may have from now on. */
  void limit(String member, int proposals) {
    long id =
        admin()
            .queryParam("q", member)
            .get("/api/admin/members")
            .jsonPath()
            .getLong("members[0].id");
    assertThat(
            json(admin())
                .body(Map.of("proposal_limit", proposals))
                .patch("/api/admin/members/" + id)
                .statusCode())
        .isEqualTo(200);
  }

  void watched(long proposal) {
    assertThat(admin().post("/api/proposals/" + proposal + "/watched").statusCode()).isEqualTo(200);
  }

  /** Opens a round; its id. */
  long openRound(Map<String, Object> round) {
    Response answer = json(admin()).body(round).post("/api/rounds");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.jsonPath().getLong("round.id");
  }

  /** Closes whatever round is not closed yet. */
  void closeRounds() {
    List<Integer> open =
        at().get("/api/rounds").jsonPath().getList("rounds.findAll { it.state != 'closed' }.id");
    open.forEach(round -> admin().post("/api/rounds/" + round + "/close"));
  }

  /** Whether anybody is told of these as open proposals. */
  List<String> titles() {
    return at().get("/api/proposals?limit=200").jsonPath().getList("data.title");
  }

  /** Fills in the form of the log-in that the page shows. */
  static void logIn(Page page, String member, String password) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(member);
    page.getByLabel("Password").fill(password);
    page.locator(".login .primary").click();
  }

  /** Opens the page of votes as a member. */
  static Page enter(Page page, String member) {
    String before = page.url();
    page.navigate(before.replaceAll("/vote.*", "/vote?login=1"));
    logIn(page, member, PASSWORD);
    page.locator("a.who")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return Visitor.settled(page);
  }

  /** The card of a film. */
  static Locator card(Page page, String title) {
    return page.locator(
        ".film-card",
        new Page.LocatorOptions()
            .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title))));
  }

  private RequestSpecification at() {
    return given().baseUri(address);
  }

  private RequestSpecification admin() {
    return at().header("Authorization", "Bearer " + DemoService.ADMIN);
  }

  private RequestSpecification as(String member) {
    String cookie =
        at().header("Sec-Fetch-Site", "same-origin")
            .contentType(ContentType.URLENC)
            .formParam("name", member)
            .formParam("password", PASSWORD)
            .post("/api/login")
            .cookie("marquee-session");
    return at().header("Sec-Fetch-Site", "same-origin").cookie("marquee-session", cookie);
  }

  private RequestSpecification json(RequestSpecification request) {
    return request.baseUri(address).contentType(ContentType.JSON);
  }
}
