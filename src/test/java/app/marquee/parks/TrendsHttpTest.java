package app.marquee.parks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of trends and awards, and what they allow. */
@QuarkusTest
class TrendsHttpTest {
  private static final String[] CATEGORIES = {
    "parks-improving", "parks-declining", "rides-improving", "rides-declining"
  };

  @ParameterizedTest
  @ValueSource(strings = {"/api/trends", "/api/trends.csv"})
  void aCategoryMustBeNamed(String path) {
    get(path)
        .statusCode(400)
        .body("errors.parameter", contains("category"))
        .body("errors[0].message", equalTo("is required"))
        .body("errors[0].allowed", contains(CATEGORIES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"parks-improving", "parks-declining", "rides-improving", "rides-declining"})
  void everyCategoryIsAViewOfSevenDays(String category) {
    get("/api/trends?category=" + category)
        .statusCode(200)
        .body("view", equalTo("trends_" + category))
        .body("period", equalTo("7days"))
        .body("filter", equalTo("disney-universal"))
        .body("sort_by", equalTo("change_percentage_points"))
        .body("limit", equalTo(50))
        .body("comparison.keySet()", hasItems("current", "previous"));
  }

  @ParameterizedTest
  @CsvSource({"period, live", "category, rides", "limit, 101", "entity, parks"})
  void trendsNameWhatIsNotAllowed(String parameter, String value) {
    String category = parameter.equals("category") ? "" : "&category=parks-improving";
    get("/api/trends?" + parameter + "=" + value + category)
        .statusCode(400)
        .body("errors.parameter", contains(parameter));
  }

  @ParameterizedTest
  @CsvSource({
    "longest-wait-times, '', rides",
    "longest-wait-times, ?entity=parks, parks",
    "least-reliable, ?entity=rides, rides",
    "least-reliable, ?entity=parks, parks"
  })
  void awardsGoToRidesUnlessParksAreAskedFor(String award, String query, String entity) {
    get("/api/trends/" + award + query)
        .statusCode(200)
        .body("view", equalTo("awards_" + award + "_" + entity))
        .body("period", equalTo("today"))
        .body("limit", equalTo(10));
  }

  @ParameterizedTest
  @CsvSource({"entity, people", "limit, 21", "sort_by, wait", "category, parks-improving"})
  void awardsNameWhatIsNotAllowed(String parameter, String value) {
    for (String award : new String[] {"longest-wait-times", "least-reliable.csv"}) {
      get("/api/trends/" + award + "?" + parameter + "=" + value)
          .statusCode(400)
          .body("errors.parameter", contains(parameter));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/trends.csv?category=rides-declining",
        "/api/trends/longest-wait-times.csv?entity=parks&period=live",
        "/api/trends/least-reliable.csv"
      })
  void everyListIsAlsoCsv(String path) {
    get(path).statusCode(200).contentType("text/csv; charset=utf-8; header=present");
  }

  @Test
  void openApiTellsTheChoices() {
    ValidatableResponse api = get("/openapi?format=json");
    for (String path : new String[] {"/api/trends", "/api/trends.csv"}) {
      String category = parameter(path, "category");
      api.body(category + ".required", equalTo(true))
          .body(category + ".schema.enum", contains(CATEGORIES))
          .body(
              parameter(path, "period") + ".schema.enum",
              contains("today", "yesterday", "7days", "30days", "last_week", "last_month"));
    }
    for (String award : new String[] {"longest-wait-times", "least-reliable"}) {
      for (String format : new String[] {"", ".csv"}) {
        String entity = parameter("/api/trends/" + award + format, "entity");
        api.body(entity + ".schema.enum", contains("rides", "parks"))
            .body(entity + ".schema.default", equalTo("rides"));
      }
    }
  }

  private static String parameter(String path, String name) {
    return "paths.'" + path + "'.get.parameters.find { it.name == '" + name + "' }";
  }

  private static ValidatableResponse get(String path) {
    return given().get(path).then();
  }
}
