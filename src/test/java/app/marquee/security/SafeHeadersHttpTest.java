package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.EventReader;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every header of every kind of answer. */
@QuarkusTest
class SafeHeadersHttpTest {
  private static final String NO_DOCUMENT = "default-src 'none'; frame-ancestors 'none'";

  /** What every answer says alike. */
  private static final Map<String, String> ALIKE =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=()",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get     | /api/probe/ranking?limit=9      | 200 | none | no-referrer | cross-origin",
        "head    | /api/probe/ranking?limit=9      | 200 | none | no-referrer | cross-origin",
        "get     | /api/probe/ranking?limit=0      | 400 | none | no-referrer | cross-origin",
        "get     | /api/me                         | 401 | none | no-referrer | same-origin",
        "get     | /api/admin/refreshes            | 401 | none | no-referrer | same-origin",
        "get     | /api/nothing                    | 404 | none | no-referrer | cross-origin",
        "get     | /nothing                        | 404 | none | no-referrer | same-origin",
        "post    | /api/probe/ranking              | 405 | none | no-referrer | same-origin",
        "options | /api/probe/ranking              | 200 | none | no-referrer | same-origin",
        "post    | /api/login                      | 400 | none | no-referrer | same-origin",
        "get     | /api/posters/tt0000009          | 200 | alone | no-referrer | cross-origin",
        "get     | /                               | 200 | page | same-origin | same-origin",
        "get     | /ops                            | 200 | page | same-origin | same-origin",
        "get     | /docs/swagger/                  | 200 | swagger | same-origin | same-origin",
        "get     | /static/bundle/app-AAAAAAAA.js  | 404 | none | no-referrer | same-origin",
        "get     | /openapi                        | 200 | none | no-referrer | same-origin",
        "get     | /q/health/live                  | 200 | none | no-referrer | same-origin",
        "get     | /q/metrics                      | 200 | none | no-referrer | same-origin",
        "get     | /q/nothing                      | 404 | none | no-referrer | same-origin"
      })
  void everyKindOfAnswerSaysWhatABrowserMayDoWithIt(
      String method, String address, int status, String policy, String referrer, String sites) {
    Response answer =
        Routes.page().redirects().follow(false).request(method.toUpperCase(Locale.ROOT), address);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertAlike(answer, method + " " + address);
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            switch (policy) {
              case "none" -> NO_DOCUMENT;
              case "alone" -> NO_DOCUMENT + "; sandbox";
              default -> answer.header("Content-Security-Policy");
            })
        .contains(policy.equals("swagger") ? "default-src 'self'" : "default-src 'none'");
    assertThat(answer.header("Referrer-Policy")).isEqualTo(referrer);
    assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo(sites);
  }

  @Test
  void everyOperationSaysItToStrangersAndAdmins() {
    for (Routes.Route route : Routes.all()) {
      String method = route.method().toUpperCase(Locale.ROOT);
      assertAlike(Routes.page().request(method, route.address()), route + " by nobody");
      assertAlike(
          given()
              .header("Authorization", "Bearer " + TestTokens.ADMIN)
              .request(method, route.address()),
          route + " by an admin");
    }
  }

  @Test
  void theFrontSaysItOnAnswersItGivesAgain() {
    String etag = null;
    for (int i = 0; i < 3; i++) {
      Response answer = given().get("/api/probe/ranking?limit=11");
      assertAlike(answer, "the " + i + "th");
      assertThat(answer.header("Content-Security-Policy")).isEqualTo(NO_DOCUMENT);
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
      etag = answer.header("ETag");
    }
    Response known = given().header("If-None-Match", etag).get("/api/probe/ranking?limit=11");
    assertThat(known.statusCode()).isEqualTo(304);
    assertAlike(known, "304");
  }

  @Test
  void aStreamSaysIt() {
    try (EventReader events = EventReader.open("/api/events")) {
      assertThat(events.status()).isEqualTo(200);
      ALIKE.forEach((name, value) -> assertThat(events.header(name)).as(name).isEqualTo(value));
      assertThat(events.header("Content-Security-Policy")).isEqualTo(NO_DOCUMENT);
    }
  }

  private static void assertAlike(Response answer, String what) {
    ALIKE.forEach(
        (name, value) ->
            assertThat(answer.headers().getValues(name))
                .as("%s: %s", what, name)
                .containsExactly(value));
    assertThat(answer.headers().getValues("Content-Security-Policy")).as(what).hasSize(1);
    assertThat(answer.headers().getValues("Referrer-Policy")).as(what).hasSize(1);
    assertThat(answer.header("Server")).as(what).isNull();
    assertThat(answer.header("X-Powered-By")).as(what).isNull();
    assertThat(answer.header("Strict-Transport-Security")).as("%s: no TLS", what).isNull();
  }
}
