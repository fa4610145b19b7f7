package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The page of the parks beside a service without a demonstration: empty, hostile, stale. */
@InBrowser
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParksStatesIT {
  private static final String HOSTILE = "'); alert(1)//<img src=x onerror=alert(1)>";
  private static final String SNAPSHOT =
      "{\"ride_key\":\"%s\",\"park_key\":\"bad\",\"recorded_at\":\"2026-08-22T%s:00Z\",\"status\":\"%s\"}\n";

  private static final WaitForConditionOptions PATIENCE =
      new WaitForConditionOptions().setTimeout(60_000);

  private static DemoService service;

  @BeforeAll
  static void beginEmpty() {
    service =
        new DemoService(
            Map.of(
                "MARQUEE_CLOCK", "2026-08-22T19:00:00Z",
                "MARQUEE_DEMO", "false",
                "MARQUEE_VIEWS_DUE_GRACE", "PT1S"));
  }

  @AfterAll
  static void end() {
    service.close();
  }

  @Test
  @Order(1)
  void nothingIsShownWithItsReason(Visitor visitor) {
    Page page = Visitor.settled(visitor.elsewhere(service.address(), "/"));

    assertThat(page.locator(".empty"))
        .containsText("no park had an attraction operating in this period");
    visitor.assertUsable(page);
    visitor.photograph(page, "parks-empty");
  }

  @Test
  @Order(2)
  void hostileNamesAreOnlyText(Visitor visitor) throws IOException {
    load();
    Page page = shown(visitor, "/?filter=all-parks");

    assertThat(page.locator("tbody th a")).hasText(HOSTILE);
    page.locator(".shame-link").click();
    assertThat(page.locator("dialog[open] h2")).hasText(HOSTILE);
    assertThat(page.locator("dialog[open] .formula-numbers")).isVisible();
    assertThat(page.locator("dialog[open] tbody th a").first()).containsText(HOSTILE);
    assertThat(page.locator("img[src=x]")).hasCount(0);
    visitor.photograph(page, "parks-hostile");
    assertThat(shown(visitor, "/?filter=all-parks&of=rides").locator("tbody th > a"))
        .hasText(HOSTILE + " ride");
    assertThat(shown(visitor, "/?filter=all-parks&tab=charts").locator("m-chart[data-drawn]"))
        .isVisible();
  }

  @Test
  @Order(3)
  void theSourceOfTheFactsIsNamed(Visitor visitor) {
    Page page = shown(visitor, "/?filter=all-parks");

    assertThat(page.locator(".attribution")).hasText("Powered by Queue-Times.com");
  }

  @Test
  @Order(4)
  void whatIsStaleSaysWhy(Visitor visitor) throws IOException {
    HttpResponse<String> paused =
        service
            .process()
            .send(
                HttpRequest.newBuilder()
                    .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString(
                            "{\"paused\": true, \"reason\": \"works on the line\"}"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + DemoService.ADMIN),
                "/api/admin/views/park_downtime_today_all-parks");
    assertThat(paused.statusCode()).isEqualTo(200);
    send("snapshots", "application/x-ndjson", SNAPSHOT.formatted("r1", "18:50", "OPERATING"));

    Page page = shown(visitor, "/?filter=all-parks");

    Locator badge = page.locator("main m-freshness .badge").first();
    page.waitForCondition(
        () -> {
          page.reload();
          return Visitor.settled(page).locator(".badge.stale").count() > 0;
        },
        PATIENCE);
    assertThat(badge).containsText("Stale");
    assertThat(badge).containsText("refreshing is paused");
    assertThat(page.locator("tbody th a")).hasText(HOSTILE);
    visitor.assertUsable(page);
    visitor.photograph(page, "parks-stale");
  }

  /** One park, which only ever says closed, with two rides, one of which failed for an hour. */
  private static void load() throws IOException {
    send(
        "parks",
        "text/csv",
        "source_key,name,timezone,city,country,queue_times_id\nbad,\""
            + HOSTILE
            + "\",Europe/Paris,Lyon,FR,771\n");
    send(
        "rides",
        "text/csv",
        "source_key,park_key,name,category,tier\nr1,bad,\"" + HOSTILE + " ride\",ATTRACTION,1\n");
    send(
        "schedules",
        "text/csv",
        "park_key,date,opening_time,closing_time,type\n"
            + "bad,2026-08-22,2026-08-22T08:00:00Z,2026-08-22T20:00:00Z,OPERATING\n");
    send(
        "snapshots",
        "application/x-ndjson",
        SNAPSHOT.formatted("r1", "18:10", "OPERATING")
            + SNAPSHOT.formatted("r1", "18:20", "DOWN")
            + SNAPSHOT.formatted("r1", "18:30", "OPERATING"));
  }

  private static void send(String kind, String type, String lines) throws IOException {
    HttpResponse<String> report =
        service
            .process()
            .send(
                HttpRequest.newBuilder()
                    .POST(HttpRequest.BodyPublishers.ofString(lines))
                    .header("Content-Type", type)
                    .header("Authorization", "Bearer " + DemoService.ADMIN),
                "/api/admin/imports/" + kind);
    assertThat(report.body()).contains("\"rejected\":0");
  }

  /** The page once the facts that were sent have reached it. */
  private static Page shown(Visitor visitor, String path) {
    Page page = Visitor.settled(visitor.elsewhere(service.address(), path));
    page.waitForCondition(
        () -> {
          if (page.locator(".empty").count() == 0) {
            return true;
          }
          page.reload();
          return Visitor.settled(page).locator(".empty").count() == 0;
        },
        PATIENCE);
    return page;
  }
}
