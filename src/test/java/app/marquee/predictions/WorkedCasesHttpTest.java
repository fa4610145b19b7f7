package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.get;
import static app.marquee.predictions.PredictionsApi.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked cases to the printed digit: files over HTTP, scored, refreshed, read over HTTP. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedCasesHttpTest {
  private static final int DECADE = 2020;

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void fourFilms() {
    if (api != null) {
      return;
    }
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
    api.worlds().run("predictionstest/forget_films.sql", Map.of());
    send("movies", movies());
    send("metrics", METRICS);
    send("nominations", nominations());
    send("lists", lists());
    send("credits", credits());
    api.refresh();
  }

  @ParameterizedTest
  @CsvSource({
    "tt0000001, balanced, 0.0, 0.0",
    "tt0000001, award-winner, 0.0, 0.0",
    "tt0000002, balanced, 13.8, 9.2",
    "tt0000002, award-winner, 11.4, 7.6",
    "tt0000003, balanced, 100.0, 100.0",
    "tt0000003, award-winner, 100.0, 100.0",
    "tt0000004, balanced, 8.0, 5.3",
    "tt0000004, award-winner, 8.0, 5.3"
  })
  void aFilmIsShownAsWorkedOutInTheRankingAndAlone(
      String film, String profile, float total, float likelihood) {
    Map<String, Object> row =
        get("/api/predictions?decade=" + DECADE + "&profile=" + profile)
            .statusCode(200)
            .extract()
            .path("data.find { it.imdb_id == '" + film + "' }");

    assertThat(row).containsEntry("total_score", total);
    assertThat(row).containsEntry("likelihood_percentage", likelihood);
    assertPointsAddUp(row, total);
    get("/api/predictions/movies/" + row.get("movie_id") + "?profile=" + profile)
        .statusCode(200)
        .body("total_score", equalTo(total))
        .body("likelihood_percentage", equalTo(likelihood))
        .body("rank_in_decade", equalTo(row.get("rank")))
        .body("breakdown", equalTo(row.get("breakdown")));
  }

  @Test
  void theSparseFilmTellsItsComponents() {
    List<Float> raw =
        get("/api/predictions?decade=2020")
            .extract()
            .path("data.find { it.imdb_id == 'tt0000002' }.breakdown.raw_score");
    assertThat(raw).containsExactly(16.0f, 0.0f, 37.1f, 0.0f, 0.0f);
  }

  @Test
  void theTargetListStandsInTheRowButInNoScore() {
    get("/api/predictions?decade=2020")
        .body("data.find { it.imdb_id == 'tt0000001' }.status", equalTo("already_added"))
        .body(
            "data.find { it.imdb_id == 'tt0000001' }.canonical_sources[0]", equalTo("1001_movies"))
        .body("data.find { it.imdb_id == 'tt0000001' }.total_score", equalTo(0.0f))
        .body("statistics.total_candidates", equalTo(3));
  }

  @SuppressWarnings("unchecked")
  private static void assertPointsAddUp(Map<String, Object> row, float total) {
    List<Map<String, Number>> breakdown = (List<Map<String, Number>>) row.get("breakdown");
    assertThat(breakdown).hasSize(5);
    assertThat(breakdown.stream().mapToDouble(c -> c.get("weighted_points").doubleValue()).sum())
        .isCloseTo(total, within(0.1));
    assertThat(breakdown.stream().mapToDouble(c -> c.get("weight").doubleValue()).sum())
        .isCloseTo(1, within(1e-5));
  }

  private static final String METRICS =
      """
      imdb_id,source,metric_type,value
      tt0000002,tmdb,rating_average,6.4
      tt0000002,tmdb,popularity_score,12
      tt0000003,tmdb,rating_average,10
      tt0000003,imdb,rating_average,10
      tt0000003,metacritic,metascore,100
      tt0000003,rotten_tomatoes,tomatometer,100
      tt0000003,tmdb,popularity_score,1000
      """;

  /** The four, and ten more that make the person of the third as good as can be. */
  private static String movies() {
    StringBuilder file =
        new StringBuilder(
            """
            imdb_id,title,release_date
            tt0000001,None,2020-01-01
            tt0000002,Sparse,2021-01-01
            tt0000003,Full,2022-01-01
            tt0000004,Lists only,2023-01-01
            """);
    for (int i = 0; i < 10; i++) {
      file.append("tt900000").append(i).append(",Work,1980-01-01\n");
    }
    return file.toString();
  }

  private static String nominations() {
    StringBuilder file = new StringBuilder("imdb_id,festival,year,category,won\n");
    for (int i = 0; i < 20; i++) {
      file.append("tt0000003,AMPAS,2023,Category ").append(i).append(',').append(i < 5);
      file.append('\n');
    }
    return file.toString();
  }

  private static String lists() {
    StringBuilder file = new StringBuilder("imdb_id,list\ntt0000001,1001_movies\n");
    for (int list = 0; list < 10; list++) {
      file.append("tt0000003,list_").append(list).append('\n');
      if (list < 4) {
        file.append("tt0000004,list_").append(list).append('\n');
      }
      for (int i = 0; i < 10; i++) {
        file.append("tt900000").append(i).append(",list_").append(list).append('\n');
      }
    }
    return file.toString();
  }

  private static String credits() {
    StringBuilder file = new StringBuilder("imdb_id,person_id,credit_type\ntt0000003,p1,cast\n");
    for (int i = 0; i < 10; i++) {
      file.append("tt900000").append(i).append(",p1,cast\n");
    }
    return file.toString();
  }
}
