package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.views.Coherence;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranking, preview, details, CSV and hindsight say the same of a film under the same weights. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTruthHttpTest {
  private static final List<String> OF_A_FILM =
      List.of(
          "imdb_id",
          "tmdb_id",
          "title",
          "year",
          "release_date",
          "status",
          "total_score",
          "likelihood_percentage",
          "score_change",
          "changed_on",
          "confidence",
          "canonical_sources",
          "breakdown");

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    if (api != null) {
      return;
    }
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
    api.refresh();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"balanced", "award-winner", "critics-choice", "crowd-pleaser", "cult-classic"})
  void underEachProfile(String profile) {
    JsonNode weights = json("/api/profiles/" + profile).at("/profile/weights");
    JsonNode hindsight = json("/api/predictions/validation?profile=" + profile).get("data");
    for (JsonNode decade : hindsight) {
      int year = decade.get("decade").asInt();
      JsonNode ranking = json("/api/predictions?limit=1000&decade=" + year + "&profile=" + profile);
      JsonNode previewed = preview(weights, year);

      assertThat(previewed.get("data")).isEqualTo(ranking.get("data"));
      assertThat(previewed.get("statistics")).isEqualTo(ranking.get("statistics"));
      ranking.get("data").forEach(row -> assertToldAlone(row, profile));
      assertHindsight(decade, ranking.get("data"));
    }
  }

  private static void assertToldAlone(JsonNode row, String profile) {
    JsonNode alone = json("/api/predictions/movies/" + row.get("movie_id") + "?profile=" + profile);
    OF_A_FILM.forEach(member -> assertThat(alone.get(member)).isEqualTo(row.get(member)));
    assertThat(alone.get("rank_in_decade")).isEqualTo(row.get("rank"));
  }

  /** The members among as many first films as there are members. */
  private static void assertHindsight(JsonNode decade, JsonNode rows) {
    int members = count(rows, rows.size());
    assertThat(decade.get("total_on_list").asInt()).isEqualTo(members);
    assertThat(decade.get("correctly_predicted").asInt()).isEqualTo(count(rows, members));
  }

  private static int count(JsonNode rows, int first) {
    int members = 0;
    for (int i = 0; i < first; i++) {
      if (rows.get(i).get("status").asText().equals("already_added")) {
        members++;
      }
    }
    return members;
  }

  private static JsonNode preview(JsonNode weights, int decade) {
    return Worlds.read(
        given()
            .contentType("application/json")
            .body("{\"decade\":" + decade + ",\"limit\":1000,\"weights\":" + weights + "}")
            .post("/api/predictions/preview")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static JsonNode json(String path) {
    return Worlds.read(get(path).statusCode(200).extract().asString());
  }
}
