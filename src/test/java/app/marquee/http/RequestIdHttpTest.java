package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer carries the id of its request. */
@QuarkusTest
class RequestIdHttpTest {
  private static final String HEADER = "X-Request-Id";

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/probe/ranking,         200",
    "GET,    /api/probe/ranking,         200",
    "HEAD,   /api/probe/ranking,         200",
    "GET,    /api/probe/ranking?limit=x, 400",
    "GET,    /api/views/nobodys,         404",
    "GET,    /nowhere,                   404",
    "GET,    /api/nowhere,               404",
    "DELETE, /api/views,                 405",
    "GET,    /api/admin/cache-status,    401",
    "POST,   /api/login,                 403",
    "GET,    /,                          200",
    "GET,    /errors.md,                 200",
    "GET,    /openapi,                   200",
    "GET,    /q/metrics,                 200",
    "GET,    /q/health/live,             200",
    "GET,    /q/nowhere,                 404"
  })
  void theClientsIdComesBackWithWhateverAnswer(Method method, String path, int status) {
    Response answer = given().header(HEADER, "client-1.a_b").request(method, path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().getValues(HEADER)).containsExactly("client-1.a_b");
    if (answer.contentType().startsWith(Problem.MEDIA_TYPE)) {
      assertThat(answer.jsonPath().getString("request_id")).isEqualTo("client-1.a_b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "<b>", "a,b", "%0d%0a", "ä"})
  void anIdThatIsNotHarmlessIsReplaced(String id) {
    String given = given().header(HEADER, id).get("/api/views").header(HEADER);

    assertThat(given).matches("[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 65})
  void sixtyFourCharactersAreTaken(int length) {
    String id = "x".repeat(length);
    String token = "Bearer " + TestTokens.ADMIN;

    Response answer =
        given()
            .header(HEADER, id)
            .header("Authorization", token)
            .get("/api/admin/cache-status?detail=false");

    assertThat(answer.header(HEADER).equals(id)).isEqualTo(length == 64);
  }
}
