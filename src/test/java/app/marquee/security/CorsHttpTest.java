package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages of other sites may read: what everybody may, and nothing else. */
@QuarkusTest
class CorsHttpTest {
  private static final String ELSEWHERE = "https://elsewhere.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  /** Strangers may ask, and are told about themselves. */
  private static final Set<String> OF_ONESELF = Set.of("/api/session");

  @Test
  void whatEverybodyMayReadAnyPageMayReadAndNothingElse() {
    for (Routes.Route route : Routes.all()) {
      boolean open = route.reads() && route.open() && !OF_ONESELF.contains(route.path());
      Response answer =
          given()
              .header("Origin", ELSEWHERE)
              .request(route.method().toUpperCase(Locale.ROOT), route.address());

      assertThat(answer.header(ALLOWED)).as("%s", route).isEqualTo(open ? "*" : null);
      assertThat(answer.header("Access-Control-Allow-Credentials")).as("%s", route).isNull();
    }
  }

  @Test
  void aBrowserThatAsksBeforeIsToldTheSame() {
    for (Routes.Route route : Routes.all()) {
      boolean open = route.reads() && route.open() && !OF_ONESELF.contains(route.path());
      Response answer = preflight(route.address(), route.method().toUpperCase(Locale.ROOT));

      assertThat(answer.header(ALLOWED)).as("%s", route).isEqualTo(open ? "*" : null);
      assertThat(answer.header("Access-Control-Allow-Headers") != null)
          .as("%s", route)
          .isEqualTo(open);
    }
  }

  @Test
  void readersMayBeConditionalAndSeeWhatTheyNeed() {
    Response asked = preflight("/api/probe/ranking", "GET");
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    assertThat(asked.header("Access-Control-Allow-Headers")).contains("If-None-Match");
    assertThat(asked.header("Access-Control-Max-Age")).isEqualTo("86400");

    for (int i = 0; i < 3; i++) {
      Response read = given().header("Origin", ELSEWHERE).get("/api/probe/ranking?limit=12");
      assertThat(read.header(ALLOWED)).isEqualTo("*");
      assertThat(read.header("Access-Control-Expose-Headers").split(", "))
          .contains(
              "ETag", "Age", "Cache-Status", "Link", "Location", "RateLimit", "RateLimit-Policy")
          .contains("Retry-After", "X-Request-Id", "Last-Modified", "Server-Timing")
          .contains("X-Cache-Hit", "X-Cache-Age", "X-Cache-Generation", "X-Cache-Stale-Reason");
      assertThat(
              given()
                  .header("Origin", ELSEWHERE)
                  .header("If-None-Match", read.header("ETag"))
                  .get("/api/probe/ranking?limit=12")
                  .then()
                  .statusCode(304)
                  .extract()
                  .header(ALLOWED))
          .isEqualTo("*");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/predictions/preview",
    "PUT, /api/views/x",
    "GET, /admin/cache-status",
    "GET, /q/metrics",
    "GET, /"
  })
  void noPageElsewhereGetsLeaveToDoMore(String method, String address) {
    assertThat(preflight(address, method).headers().asList())
        .noneMatch(
            header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  private static Response preflight(String address, String method) {
    return given()
        .header("Origin", ELSEWHERE)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", "if-none-match")
        .options(address);
  }
}
