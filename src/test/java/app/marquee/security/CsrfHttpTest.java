package app.marquee.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestMembers;
import app.marquee.testkit.TestSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** No page of another site changes anything by a session it does not see, by whatever operation. */
@QuarkusTest
class CsrfHttpTest {
  @Inject Pool pool;

  @Test
  void everyChangeByASessionMustComeFromAPageOfOurs() {
    TestMembers.add(pool, "Lured Admin", Roles.ADMIN);
    String session = TestSessions.of("Lured Admin");
    for (Routes.Route route : Routes.all()) {
      if (!route.reads()) {
        refused(route, with(session).header("Sec-Fetch-Site", "cross-site"));
        refused(route, with(session).header("Sec-Fetch-Site", "same-site"));
        refused(route, with(session).header("Origin", "https://elsewhere.example"));
        refused(route, with(session));
      }
    }
  }

  private static RequestSpecification with(String session) {
    return given().cookie(TestSessions.COOKIE, session);
  }

  private static void refused(Routes.Route route, RequestSpecification request) {
    Response answer =
        request
            .contentType(
                route.path().equals(CallerMechanism.LOGIN)
                    ? "application/x-www-form-urlencoded"
                    : "application/json")
            .request(route.method().toUpperCase(Locale.ROOT), route.address());
    assertThat(answer.statusCode()).as("%s", route).isEqualTo(403);
    assertThat(answer.<String>path("type")).as("%s", route).isEqualTo("/errors.md#cross-site");
  }
}
