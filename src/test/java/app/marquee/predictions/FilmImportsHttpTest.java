package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.PATIENCE;
import static app.marquee.predictions.PredictionsApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.marquee.http.Problem;
import app.marquee.imports.FileImport;
import app.marquee.testkit.TestTokens;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of films as they are sent. */
@QuarkusTest
class FilmImportsHttpTest {
  private static final String MOVIES =
      "imdb_id,title,release_date\ntt9100001,Sent One,1991-02-03\ntt9100002,Sent Two,1992-02-30\n";

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;
  @Inject @Any Instance<FileImport> imports;

  private PredictionsApi api;

  @BeforeEach
  void forgetTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
    // Its films have numbers of their own, which new ones would collide with.
    api.worlds().run("filmstest/empty_films.sql", Map.of());
  }

  @Test
  void reportTellsWhatWasKeptAndWhyTheRestWasNot() {
    post("movies", MOVIES)
        .statusCode(200)
        .body("success", equalTo(true))
        .body("complete", equalTo(true))
        .body("read", equalTo(2))
        .body("inserted", equalTo(1))
        .body("rejected", equalTo(1))
        .body("errors.line", contains(3))
        .body("errors[0].reason", containsString("release_date is not a date"));
    post("movies", MOVIES).body("unchanged", equalTo(1));
  }

  @Test
  void refreshOfTheFilmsFollowsByItself() {
    api.refresh();

    post("movies", MOVIES).statusCode(200);
    post("metrics", "imdb_id,source,metric_type,value\ntt9100001,imdb,rating_average,9\n")
        .statusCode(200)
        .body("inserted", equalTo(1));

    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                get("/api/predictions?decade=1990&q=sent")
                    .statusCode(200)
                    .body("data.imdb_id", contains("tt9100001")));
  }

  @Test
  void listOfATableThatNamesNoneIsSaidBesideIt() {
    post("movies", MOVIES);

    post("lists?list=sent&edition=2026", "imdb_id,rank\ntt9100001,1\n")
        .statusCode(200)
        .body("inserted", equalTo(1));

    get("/api/lists").statusCode(200).body("lists.list", hasItem("sent"));
  }

  @Test
  void nominationsOfAFestivalLeftOutAreSkipped() {
    post("movies", MOVIES);

    post(
            "nominations?without=AMPAS,BAFTA",
            "imdb_id,festival,year,category\ntt9100001,AMPAS,1992,a\ntt9100001,Cannes,1992,b\n")
        .statusCode(200)
        .body("inserted", equalTo(1))
        .body("skipped", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "movies?list=best, list, map",
    "movies?without=x, without, map",
    "lists?list=Best%20Films, list, 1001_movies",
    "lists?edition=%00, edition, 2021",
    "lists?edition=, edition, 2021",
    "nominations?without=%2C, without, festivals as the file names them",
    "metrics?map=a%3Db, map, value",
    "people?mop=a%3Dname, mop, map",
  })
  void wrongParametersAreRefusedBeforeTheFileIsRead(String path, String parameter, String allowed) {
    post(path, MOVIES)
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("errors[0].parameter", equalTo(parameter))
        .body("errors[0].allowed", hasItem(allowed));
  }

  @Test
  void onlyAnAdminMaySendFiles() {
    given().contentType("text/csv").body(MOVIES).post(path("movies")).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("text/csv")
        .body(MOVIES)
        .post(path("moovies"))
        .then()
        .statusCode(404)
        .body("detail", containsString("movies"));
  }

  @Test
  void fileThatBreaksOffIsAnAnswerAndNoFailure() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(MOVIES.getBytes());
    }

    given()
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("application/gzip")
        .body(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12))
        .post(path("movies"))
        .then()
        .statusCode(200)
        .body("complete", equalTo(false));
  }

  @Test
  void describedKindsAreTheOnesThereAre() {
    List<String> described =
        given()
            .get("/openapi?format=json")
            .jsonPath()
            .getList(
                "paths.'/api/admin/imports/{kind}'.post.parameters"
                    + ".find { it.name == 'kind' }.schema.enum");

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            imports.stream().flatMap(taker -> taker.kinds().stream()).toList());
  }

  private static ValidatableResponse post(String kind, String csv) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + TestTokens.ADMIN)
        .contentType("text/csv")
        .body(csv)
        .post(path(kind))
        .then();
  }

  private static String path(String kind) {
    return "/api/admin/imports/" + kind;
  }
}
