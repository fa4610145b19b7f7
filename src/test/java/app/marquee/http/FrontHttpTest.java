package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.testkit.StatementCounter;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A second request for a target is answered by the front, a first one by the resource: nobody can
 * tell.
 */
@QuarkusTest
class FrontHttpTest {
  private static final List<String> VARYING =
      List.of("x-request-id", "server-timing", "date", "x-cache-age", "cache-status");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/probe/ranking?limit=4",
        "/api/probe/ranking?limit=4&offset=3&sort_by=wait",
        "/api/probe/ranking.csv?limit=4",
        "/api/views/probe_ranking_7days_big"
      })
  void theFrontAnswersWhatTheResourceAnswers(String target) {
    // So that no answer is the first of its build.
    plain().header("Cookie", "a=b").get(target);
    for (String encoding : List.of("identity", "gzip")) {
      Response byResource =
          plain().header("Accept-Encoding", encoding).header("Cookie", "a=b").get(target);
      plain().header("Accept-Encoding", encoding).get(target);
      Response byFront = plain().header("Accept-Encoding", encoding).get(target);

      assertThat(byFront.asByteArray()).isEqualTo(byResource.asByteArray());
      assertThat(headers(byFront)).isEqualTo(headers(byResource));
    }
  }

  @Test
  void aValidatorGets304FromTheFrontToo() {
    String target = "/api/probe/ranking?limit=6";
    String etag = plain().get(target).header("ETag");
    plain().get(target);

    plain()
        .header("If-None-Match", etag)
        .get(target)
        .then()
        .statusCode(304)
        .header("ETag", etag)
        .body(equalTo(""));
  }

  @Test
  void anErrorIsNeverLearned() {
    for (int i = 0; i < 3; i++) {
      plain().get("/api/probe/ranking?limit=0").then().statusCode(400);
      plain().get("/api/views/none_of_these").then().statusCode(404);
    }
  }

  @Test
  void aPublishReplacesWhatWasLearned() {
    String target = "/api/probe/ranking?limit=7";
    plain().get(target);
    String before = plain().get(target).header("X-Cache-Generation");

    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/json")
        .body("{\"scope\":\"view\",\"name\":\"probe_ranking\",\"force\":true}")
        .post("/api/admin/refresh")
        .then()
        .statusCode(202);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !plain().get(target).header("X-Cache-Generation").equals(before));
  }

  @Test
  void theFrontRunsNoStatement() {
    String target = "/api/probe/ranking?limit=8";
    plain().get(target);
    plain().get(target);
    long before = StatementCounter.count();

    plain().get(target).then().header("X-Cache-Hit", "true");

    assertThat(StatementCounter.count()).isEqualTo(before);
  }

  private static List<String> headers(Response response) {
    return response.headers().asList().stream()
        .filter(header -> !VARYING.contains(header.getName().toLowerCase(java.util.Locale.ROOT)))
        .map(FrontHttpTest::line)
        .sorted()
        .collect(Collectors.toList());
  }

  private static String line(Header header) {
    return header.getName().toLowerCase(java.util.Locale.ROOT) + ": " + header.getValue();
  }

  private static RequestSpecification plain() {
    return given()
        .config(
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
  }
}
