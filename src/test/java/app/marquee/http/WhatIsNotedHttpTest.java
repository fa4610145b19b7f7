package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.http.PublishedApi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation that changes something, done once: who did what is in the log, once. By its name
 * it comes after the examples, which tell of the same world before it is changed.
 */
@QuarkusTest
@TestProfile(DemoWorld.class)
class WhatIsNotedHttpTest {
  private static final String NOTHING = "";

  /** What is noted of each; nothing of what changes nothing, and of what machines push. */
  private static final Map<String, String> NOTED =
      Map.ofEntries(
          Map.entry("post /api/admin/imports/{kind}", "file-imported"),
          Map.entry("patch /api/admin/members/{id}", "member-changed"),
          Map.entry("post /api/admin/metadata/refresh", "metadata-refresh-requested"),
          // There is no poster to drop.
          Map.entry("delete /api/admin/posters/{imdb_id}", NOTHING),
          Map.entry("post /api/admin/refresh", "refresh-requested"),
          Map.entry("delete /api/admin/refreshes/{id}", "run-cancelled"),
          Map.entry("patch /api/admin/refreshing", "refreshing-paused"),
          Map.entry("post /api/admin/tokens", "token-made"),
          Map.entry("delete /api/admin/tokens/{id}", "token-revoked"),
          Map.entry("post /api/admin/verify", NOTHING),
          Map.entry("delete /api/admin/views", "builds-cleared"),
          Map.entry("delete /api/admin/views/{key}", "builds-cleared"),
          Map.entry("patch /api/admin/views/{key}", "view-paused"),
          Map.entry("post /api/login", "login"),
          Map.entry("post /api/logout", "logout"),
          Map.entry("put /api/me/password", "password-changed"),
          Map.entry("post /api/me/tokens", "token-made"),
          Map.entry("delete /api/me/tokens/{id}", "token-revoked"),
          Map.entry("post /api/members", "register"),
          Map.entry("post /api/parks/snapshots", NOTHING),
          Map.entry("post /api/predictions/preview", NOTHING),
          // Once for everything, once for a decade.
          Map.entry("post /api/predictions/refresh", "refresh-requested refresh-requested"),
          Map.entry("post /api/profiles", "profile-saved"),
          Map.entry("put /api/profiles/{slug}", "profile-changed"),
          Map.entry("delete /api/profiles/{slug}", "profile-deleted"),
          Map.entry("post /api/proposals", "proposal-made"),
          Map.entry("delete /api/proposals/{id}", "proposal-withdrawn"),
          Map.entry("put /api/proposals/{id}/rating", "rating-given"),
          Map.entry("delete /api/proposals/{id}/rating", "rating-taken-back"),
          Map.entry("put /api/proposals/{id}/vote", "vote-given"),
          Map.entry("delete /api/proposals/{id}/vote", "vote-taken-back"),
          Map.entry("post /api/proposals/{id}/watched", "proposal-watched"),
          Map.entry("post /api/rounds", "round-opened"),
          Map.entry("post /api/rounds/{id}/close", "round-closed"));

  private PublishedApi api;
  private PublishedCalls calls;

  @BeforeEach
  void waitForTheDemo() {
    DemoWorld.awaitIt();
    api = new PublishedApi(given().get("/openapi?format=json").asString());
    calls = PublishedCalls.inTheDemoWorld();
  }

  @Test
  void everyChangeLeavesItsEntryAndNoOther() {
    Map<String, String> noted = new TreeMap<>();
    for (Operation operation : changes()) {
      String address = calls.example(operation);
      int before = newest();
      assertThat(done(operation, address).statusCode()).as("%s", operation).isBetween(200, 299);
      noted.put(operation.toString(), String.join(" ", since(before)));
      if (operation.method().equals("patch")) {
        // What was paused is resumed.
        calls.call(operation, address);
      }
    }
    assertThat(noted).containsExactlyInAnyOrderEntriesOf(NOTED);
  }

  /** What is taken back was given before, and voted upon while the round is open. */
  private List<Operation> changes() {
    return api.operations().stream()
        .filter(operation -> !operation.method().equals("get"))
        .sorted(Comparator.comparing(WhatIsNotedHttpTest::turn))
        .toList();
  }

  private static int turn(Operation operation) {
    return operation.path().endsWith("/close") ? 2 : operation.method().equals("delete") ? 1 : 0;
  }

  /** So that it changes something. */
  private Response done(Operation operation, String address) {
    return switch (operation.toString()) {
      case "patch /api/admin/refreshing", "patch /api/admin/views/{key}" ->
          calls.callWith("application/json", "{\"paused\":true}", operation, address);
      case "post /api/proposals/{id}/watched" ->
          calls.callAs("admin", operation, address.replace("/1/", "/2/"));
      case "post /api/logout" -> calls.callAs("member", operation, address);
      default -> calls.call(operation, address).get(0);
    };
  }

  private static int newest() {
    List<Integer> ids = log().getList("entries.id");
    return ids.isEmpty() ? 0 : ids.get(0);
  }

  /** What somebody did, the oldest first; what the service does by itself is left out. */
  private static List<String> since(int before) {
    List<String> actions = new ArrayList<>();
    for (Map<String, Object> entry : log().<Map<String, Object>>getList("entries")) {
      if ((int) entry.get("id") > before && !entry.get("actor").equals("system")) {
        actions.add(0, (String) entry.get("action"));
      }
    }
    return actions;
  }

  private static JsonPath log() {
    return PublishedCalls.as("admin").get("/api/admin/audit-log?limit=20").jsonPath();
  }
}
