package app.marquee.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ViewHttpTest {
  private static final String HTTP_DATE = "\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT";
  private static final String RANKING = "/api/probe/ranking";

  /** Without the gzip that REST Assured asks for by itself. */
  private static RequestSpecification plain() {
    DecoderConfig decoders = DecoderConfig.decoderConfig().noContentDecoders();
    return given().config(RestAssured.config().decoderConfig(decoders));
  }

  @Test
  void aPageCarriesItsAgeOnTheLabel() {
    plain()
        .get(RANKING)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("X-Cache-Hit", matchesPattern("true|false"))
        .header("X-Cache-Age", matchesPattern("\\d+"))
        .header("X-Cache-Generation", matchesPattern("[1-9]\\d*"))
        .header("X-Cache-Source-Version", matchesPattern("\\d+"))
        .header("ETag", matchesPattern("\"[0-9a-f]{32}-score\\.5\\.0\""))
        .header("Last-Modified", matchesPattern(HTTP_DATE))
        .header("Date", matchesPattern(HTTP_DATE))
        .header("Vary", "Accept-Encoding")
        .header(
            "Cache-Control",
            matchesPattern(
                "public, max-age=\\d+, stale-while-revalidate=900, stale-if-error=85500"))
        .header("Server-Timing", startsWith("view;dur="))
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
        .header(
            "Link",
            "</api/probe/ranking?period=today&filter=all&sort_by=score&limit=5&offset=5>; rel=\"next\"");
  }

  @Test
  void theSecondReadIsAHit() {
    plain().get(RANKING);

    plain()
        .get(RANKING)
        .then()
        .header("X-Cache-Hit", "true")
        .header(
            "Cache-Status",
            matchesPattern("marquee; hit; ttl=\\d+; key=\"probe_ranking_today_all\""));
  }

  @Test
  void theEnvelopeSaysWhatWasAsked() {
    plain()
        .get(RANKING + "?period=7days&filter=big&limit=3&offset=2")
        .then()
        .body("success", equalTo(true))
        .body("view", equalTo("probe_ranking"))
        .body("period", equalTo("7days"))
        .body("filter", equalTo("big"))
        .body("sort_by", equalTo("score"))
        .body("limit", equalTo(3))
        .body("offset", equalTo(2))
        .body("record_count", equalTo(30))
        .body("data_as_of", equalTo("2026-08-22T11:50:00Z"))
        .body("note", equalTo("built for the tests"))
        .body("data.rank", contains(3, 4, 5))
        .body("data.id", contains(6, 8, 12));
  }

  @Test
  void anotherOrderReordersRowsNotRanksAndPutsNullsLast() {
    List<Integer> waits = plain().get(RANKING + "?sort_by=wait&limit=20").path("data.wait");
    List<Integer> ranks = plain().get(RANKING + "?sort_by=wait&limit=20").path("data.rank");

    assertThat(waits).isSorted();
    assertThat(ranks).doesNotContainSequence(1, 2, 3);
    plain()
        .get(RANKING + "?limit=20&offset=54")
        .then()
        .body("data.score", contains(null, null, null, null, null, null));
  }

  @Test
  void aPageBeyondTheEndIsEmptyAndHasNoNext() {
    plain()
        .get(RANKING + "?offset=1000")
        .then()
        .statusCode(200)
        .body("data", hasSize(0))
        .header("Link", equalTo(null));
  }

  @Test
  void theWholeDocumentIsServedByItsKey() {
    plain()
        .get("/api/views/probe_ranking_today_all")
        .then()
        .statusCode(200)
        .body("data", hasSize(60))
        .body("limit", equalTo(60));
    plain().get("/api/views").then().body("views.cache_key", hasItem("probe_ranking_7days_big"));
  }

  @Test
  void csvHasTheSameRows() {
    plain()
        .get(RANKING + ".csv?limit=2")
        .then()
        .statusCode(200)
        .contentType("text/csv; charset=utf-8; header=present")
        .body(
            equalTo(
                "rank,id,name,score,wait,day\r\n1,1,fact 1,9.9,37,2026-08-22\r\n2,2,fact 2,9.8,24,2026-08-22\r\n"));
  }

  @Test
  void openApiTellsWhatTheDeclarationAllows() {
    String parameters = "paths.'/api/probe/ranking'.get.parameters";

    plain()
        .get("/openapi?format=json")
        .then()
        .body(parameters + ".name", contains("period", "filter", "sort_by", "limit", "offset"))
        .body(parameters + "[0].schema.enum", contains("today", "7days"))
        .body(parameters + "[3].schema.maximum", equalTo(20));
  }

  @Nested
  class Validators {
    @Test
    void anEntityTagThatMatchesGets304WithTheSameHeaders() {
      Response full = plain().get(RANKING);
      String etag = full.header("ETag");

      for (String header : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
        plain()
            .header("If-None-Match", header)
            .get(RANKING)
            .then()
            .statusCode(304)
            .header("ETag", etag)
            .header("Vary", "Accept-Encoding")
            .header("Cache-Control", startsWith("public"))
            .header("X-Cache-Generation", full.header("X-Cache-Generation"))
            .body(equalTo(""));
      }
    }

    @Test
    void anotherSliceOrEncodingHasAnotherTag() {
      String etag = plain().get(RANKING).header("ETag");

      plain().header("If-None-Match", etag).get(RANKING + "?limit=6").then().statusCode(200);
      given()
          .header("Accept-Encoding", "gzip")
          .get(RANKING)
          .then()
          .header("ETag", not(equalTo(etag)));
    }

    @Test
    void headHasTheHeadersOfGet() {
      Response get = plain().get(RANKING);

      plain()
          .head(RANKING)
          .then()
          .statusCode(200)
          .header("ETag", get.header("ETag"))
          .header("Content-Length", get.header("Content-Length"));
    }

    @Test
    void gzipIsServedToThoseWhoTakeIt() {
      given()
          .header("Accept-Encoding", "gzip")
          .get(RANKING)
          .then()
          .header("Content-Encoding", "gzip")
          .body("data", hasSize(5));
      plain()
          .header("Accept-Encoding", "gzip;q=0")
          .get(RANKING)
          .then()
          .header("Content-Encoding", equalTo(null));
    }
  }
}
