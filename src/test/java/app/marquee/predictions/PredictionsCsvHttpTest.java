package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PredictionsCsvHttpTest {
  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
    title(1, "=1+1");
    title(5, "Say \"no\", twice");
    api.refresh();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decade=1990",
        "decade=1990&profile=crowd-pleaser",
        "decade=1990&status=already_added",
        "decade=1990&status=future_prediction&q=film",
        "decade=1990&limit=2&offset=1",
        "decade=1990&q=film&limit=1&offset=1",
        "decade=1990&offset=99",
        "decade=2000"
      })
  void theRowsAreThoseOfTheJson(String query) {
    List<Object> json =
        get("/api/predictions?" + query).statusCode(200).extract().path("data.rank");
    List<String> csv = lines(query);

    assertThat(csv.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(json.stream().map(String::valueOf).toList());
  }

  @Test
  void theColumnsAreNamedAndTellTheArrow() {
    List<String> csv = lines("decade=1990");

    assertThat(csv.get(0))
        .isEqualTo(
            "rank,movie_id,imdb_id,tmdb_id,title,year,release_date,status,total_score,"
                + "likelihood_percentage,score_change,changed_on,confidence,canonical_sources,"
                + "breakdown");
    assertThat(csv.get(2)).contains(",62.0,58.0,2.0,2026-10-31,");
  }

  @Test
  void aCellIsNeitherAFormulaNorTwo() {
    List<String> csv = lines("decade=1990");

    assertThat(csv.get(1)).contains(",'=1+1,");
    assertThat(csv.get(2)).contains(",\"Say \"\"no\"\", twice\",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/predictions?decade=1990",
        "/api/predictions?decade=1990&status=already_added",
        "/api/predictions.csv?decade=1990",
        "/api/predictions.csv?decade=1990&q=film",
        "/api/predictions/validation",
        "/api/predictions/comparison"
      })
  void whoHasItIsToldSoAndWhoAsksForTheHeadGetsNoBody(String path) {
    String etag = get(path).statusCode(200).extract().header("ETag");

    given()
        .header("If-None-Match", etag)
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(etag))
        .body(emptyString());
    given()
        .head(path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(etag))
        .header("X-Cache-Hit", "true")
        .body(emptyString());
  }

  @Test
  void aPageOfCsvNamesTheNextInItsOwnWords() {
    get("/api/predictions.csv?decade=1990&limit=1&status=already_added&q=film")
        .header(
            "Link",
            "</api/predictions.csv?decade=1990&profile=balanced&status=already_added&q=film"
                + "&limit=1&offset=1>; rel=\"next\"");
  }

  private void title(long id, String title) {
    api.worlds().run("predictionstest/title.sql", Map.of("movie_id", id, "title", title));
  }

  private static List<String> lines(String query) {
    return get("/api/predictions.csv?" + query)
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .toList();
  }
}
