package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.http.Problem;
import app.marquee.testkit.TestTokens;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One film, rankings nobody keeps, and every way of asking wrongly. */
@QuarkusTest
class PreviewHttpTest {
  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
  }

  @Test
  void aFilmTellsWhereItsTotalComesFrom() {
    api.refresh();

    get("/api/predictions/movies/5")
        .statusCode(200)
        .body("total_score", equalTo(62.0f))
        .body("likelihood_percentage", equalTo(58.0f))
        .body("rank_in_decade", equalTo(2))
        .body("breakdown.criterion", hasItem("people_quality"))
        .body("inputs.industry_recognition.wins", equalTo(0));
    get("/api/predictions/movies/5?profile=crowd-pleaser").body("total_score", equalTo(71.3f));
    get("/api/predictions/movies/6")
        .body("candidate", equalTo(false))
        .body("rank_in_decade", nullValue());
    get("/api/predictions/movies/999999").statusCode(404).contentType(Problem.MEDIA_TYPE);
  }

  @Test
  void aPreviewRanksAsASavedProfileWouldAndKeepsNothing() {
    api.refresh();
    Map<String, String> before = api.builds();
    Object saved = get("/api/predictions?decade=1990").extract().path("data");

    Object previewed =
        given()
            .contentType("application/json")
            .body(
                "{\"decade\":1990,\"weights\":{\"popular_opinion\":0.4,\"awards\":0.2,"
                    + "\"cultural\":0.2,\"people\":0.2}}")
            .post("/api/predictions/preview")
            .then()
            .statusCode(200)
            .body("saved", equalTo(false))
            .body("algorithm_info.profile", nullValue())
            .extract()
            .path("data");

    assertThat(previewed).isEqualTo(saved);
    assertThat(api.builds()).isEqualTo(before);
  }

  @Test
  void previewedWeightsMustAddUpToOne() {
    given()
        .contentType("application/json")
        .body("{\"weights\":{\"popular_opinion\":0.5,\"awards\":0.48}}")
        .post("/api/predictions/preview")
        .then()
        .statusCode(422)
        .body("type", equalTo("/errors.md#weights-not-one"))
        .body("detail", containsString("0.98"))
        .body("sum", equalTo(0.98f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | weights",
        "{\"weights\":{\"ratings\":1}} | weights.ratings",
        "{\"weights\":{\"awards\":-1}} | weights.awards",
        "{\"weights\":{\"awards\":\"1\"}} | weights.awards",
        "{\"weights\":{\"awards\":1e999}} | weights.awards",
        "{\"weights\":{\"awards\":0}} | weights",
        "{\"weights\":{\"awards\":1},\"decade\":1995} | decade",
        "{\"weights\":{\"awards\":1},\"decade\":\"1990\"} | decade",
        "{\"weights\":{\"awards\":1},\"limit\":0} | limit",
        "{\"weights\":{\"awards\":1},\"limit\":2.5} | limit",
        "{\"weights\":{\"awards\":1},\"offset\":1} | offset",
      })
  void aBadPreviewIsNamedMemberByMember(String body, String member) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/predictions/preview")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains(member));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/predictions?decade=1995, decade",
    "/api/predictions?decade=2020s, decade",
    "/api/predictions?decade=1910, decade",
    "/api/predictions?profile=nobody, profile",
    "/api/predictions?status=maybe, status",
    "/api/predictions?limit=1001, limit",
    "/api/predictions?limit=0, limit",
    "/api/predictions?limit=2.5, limit",
    "/api/predictions?limit=, limit",
    "/api/predictions?offset=2147483648, offset",
    "/api/predictions?decade=, decade",
    "/api/predictions?decade=1990.0, decade",
    "/api/predictions?offset=-1, offset",
    "/api/predictions?period=2020s, period",
    "/api/predictions?decade=1990&decade=2000, decade",
    "/api/predictions.csv?decade=x, decade",
    "/api/predictions/validation?profile=nobody, profile",
    "/api/predictions/validation?decade=1990, decade",
    "/api/predictions/comparison?profile=balanced, profile",
    "/api/predictions/movies/1?profile=nobody, profile",
    "/api/predictions/status?profile=nobody, profile",
    "/api/profiles?x=1, x",
    "/api/profiles/balanced?x=1, x",
    "/api/decades?x=1, x",
    "/api/lists?x=1, x"
  })
  void badParametersAreNamed(String path, String parameter) {
    get(path)
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("errors.parameter", contains(parameter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"decade\":1990} | profile",
        "{\"profile\":\"balanced\"} | decade",
        "{\"decade\":1995,\"profile\":\"balanced\"} | decade",
        "{\"decade\":\"1990\",\"profile\":\"balanced\"} | decade",
        "{\"decade\":1990.5,\"profile\":\"balanced\"} | decade",
        "{\"decade\":4294969286,\"profile\":\"balanced\"} | decade",
        "{\"decade\":1990,\"profile\":7} | profile",
        "{\"decade\":1990,\"profile\":\"nobody\"} | profile",
        "{\"scope\":\"all\"} | scope"
      })
  void aRefreshNamesBothOrNeither(String body, String member) {
    admin()
        .body(body)
        .post("/api/predictions/refresh")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains(member));
  }

  @Test
  void onlyAnAdminRefreshes() {
    given()
        .contentType("application/json")
        .body("{}")
        .post("/api/predictions/refresh")
        .then()
        .statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("application/json")
        .body("{}")
        .post("/api/predictions/refresh")
        .then()
        .statusCode(403);
  }
}
