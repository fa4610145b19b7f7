package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is named, with what would be right. */
@QuarkusTest
class BadRequestHttpTest {
  private static final String RANKING = "/api/probe/ranking";

  @ParameterizedTest
  @CsvSource({
    "period, forever",
    "filter, ALL",
    "filter, all-parks'--",
    "sort_by, name",
    "limit, 0",
    "limit, -1",
    "limit, 21",
    "limit, 1e9",
    "limit, abc",
    "limit, 99999999999999999999",
    "offset, -1",
    "perod, today",
  })
  void aParameterThatIsNotAllowedIsNamedWithWhatIs(String parameter, String value) {
    given()
        .queryParam(parameter, value)
        .get(RANKING)
        .then()
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/errors.md#parameter-invalid"))
        .body("status", equalTo(400))
        .body("instance", equalTo(RANKING))
        .body("request_id", matchesPattern("[0-9a-f-]{36}"))
        .body("errors.parameter", contains(parameter))
        .body("errors[0].allowed", not(hasSize(0)));
  }

  @Test
  void everyBadParameterIsToldAtOnce() {
    given()
        .get(RANKING + "?limit=0&period=x&z=1")
        .then()
        .body("errors.parameter", contains("period", "limit", "z"));
  }

  @Test
  void aParameterGivenTwiceIsRefused() {
    given()
        .get(RANKING + "?limit=1&limit=2")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/views/probe_ranking_today_none",
        "/api/views/x'%20or%201=1",
        "/api/nothing",
        "/nothing"
      })
  void anUnknownAddressIs404(String path) {
    given().get(path).then().statusCode(404).contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aMethodThatIsNotTakenIs405WithAllow() {
    given()
        .post(RANKING)
        .then()
        .statusCode(405)
        .header("Allow", matchesPattern(".*GET.*"))
        .contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aMediaTypeThatCannotBeHadIs406() {
    given()
        .header("Accept", "image/png")
        .get(RANKING)
        .then()
        .statusCode(406)
        .contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aHarmfulRequestIdIsNotSentBack() {
    given()
        .header("X-Request-Id", "a b\"<x>")
        .get(RANKING)
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    given().header("X-Request-Id", "run-7.A").get(RANKING).then().header("X-Request-Id", "run-7.A");
  }
}
