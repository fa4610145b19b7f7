package app.marquee.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A park and a ride whose names would be script if anything took them for it. */
@InBrowser
class HostileNamesIT {
  private static final String NAME = "'); alert(1)//<img src=x onerror=alert(1)>";
  private static final String NOON = "2026-08-22T19:00:00Z";
  private static DemoService service;

  @BeforeAll
  static void somebody_imports_them() throws IOException {
    service = new DemoService(Map.of("MARQUEE_DEMO", "false", "MARQUEE_CLOCK", NOON));
    imported(
        "parks",
        "{\"park_id\":7,\"name\":\"%s\",\"timezone\":\"Europe/Paris\",\"is_disney\":true,\"city\":\"%s\"}");
    imported(
        "rides", "{\"ride_id\":7,\"park_id\":7,\"name\":\"%s\",\"land_area\":\"%s\",\"tier\":1}");
    imported(
        "schedules",
        "{\"park_id\":7,\"date\":\"2026-08-22\",\"opening_time\":\"2026-08-22T09:00\",\"closing_time\":\"2026-08-22T23:00\",\"type\":\"OPERATING\"}");
    imported("snapshots", snapshot("18:30", "OPERATING"));
    imported("snapshots", snapshot("18:40", "DOWN"));
    imported("snapshots", snapshot("18:50", "OPERATING"));
  }

  @AfterAll
  static void the_service_ends() {
    service.close();
  }

  @Test
  void the_park_is_shown_with_its_name_as_text(Visitor visitor) {
    Page page = Visitor.settled(visitor.elsewhere(service.address(), "/parks/7"));
    Sight.drawn(page);
    assertThat(page.locator("h1")).hasText(NAME);
    assertThat(page).hasTitle(NAME + " · Marquee");
    assertThat(Sight.rows(page, "Rides behind the score")).first().asString().contains(NAME);
    assertThat(page.locator("main img")).hasCount(0);
  }

  @Test
  void the_ride_is_shown_with_its_name_as_text(Visitor visitor) {
    Page page = Visitor.settled(visitor.elsewhere(service.address(), "/rides/7"));
    Sight.drawn(page);
    assertThat(page.locator("h1")).hasText(NAME);
    assertThat(Sight.rows(page, "Outages")).hasSize(1);
    assertThat(page.locator("main img")).hasCount(0);
    visitor.assertUsable(page);
  }

  @Test
  void the_search_finds_it_by_its_markup(Visitor visitor) {
    Page page = Visitor.settled(visitor.elsewhere(service.address(), "/parks/7"));
    page.keyboard().press("/");
    assertThat(page.locator("m-search input")).isFocused();
    page.keyboard().type("<img");
    assertThat(page.locator("m-search [role=option] mark").first()).hasText("<img");
    assertThat(page.locator("m-search [role=option]").first()).containsText(NAME);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(service.address() + "/parks/7");
  }

  @Test
  void a_period_without_facts_says_so_instead_of_zeros(Visitor visitor) {
    Page page = Visitor.settled(visitor.elsewhere(service.address(), "/parks/7?period=last_month"));
    assertThat(page.locator(".shame-breakdown"))
        .containsText("no attraction was operating in this period");
    assertThat(page.locator(".empty")).containsText("No attraction was operating in this period");
    assertThat(page.locator(".figures, m-chart")).hasCount(0);
    page = Visitor.settled(visitor.elsewhere(service.address(), "/rides/7?period=last_month"));
    assertThat(page.locator(".empty")).containsText("The ride was not operating in this period");
  }

  private static String snapshot(String time, String status) {
    return "{\"ride_id\":7,\"recorded_at\":\"2026-08-22T%s:00Z\",\"status\":\"%s\",\"wait_time\":10,\"interval_minutes\":10}"
        .formatted(time, status);
  }

  private static void imported(String kind, String line) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Authorization", "Bearer " + DemoService.ADMIN)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(line.replace("%s", NAME)));
    assertThat(service.process().send(request, "/api/admin/imports/" + kind).body())
        .contains("\"rejected\":0");
  }
}
