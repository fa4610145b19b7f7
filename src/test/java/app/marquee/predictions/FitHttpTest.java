package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.cli.ExitStatus;
import app.marquee.views.Coherence;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Weights learned from small worlds, through the command and on to the profile's predictions. */
@QuarkusTest
class FitHttpTest {
  private static final int FILMS = 30;
  private static final int MEMBERS = 6;

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;
  @Inject FitCommand command;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private PredictionsApi api;

  @BeforeEach
  @AfterEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.worlds().run("predictionstest/forget_fits.sql", Map.of());
    api.reset();
  }

  @Test
  void weightsThatFindWhatNoShippedProfileFindsArePublishedWithTheirFigures() {
    listFollowsPeople();

    assertThat(fit()).isEqualTo(ExitStatus.OK);

    assertThat(out.toString()).contains("published as fitted: ").contains("out of sample 100.0 %");
    Row fit = fits().get(0);
    assertThat(fit.getBoolean("published")).isTrue();
    JsonNode figures = Worlds.read(fit.getString("figures"));
    assertThat(figures.at("/out_of_sample/correctly_predicted").asInt()).isEqualTo(4 * MEMBERS);
    assertThat(figures.at("/baseline/correctly_predicted").asInt()).isZero();
    assertThat(figures.at("/best_shipped/accuracy_percentage").asDouble()).isLessThan(100);
    assertThat(figures.at("/random_accuracy_percentage").asDouble()).isEqualTo(20);
    assertThat(figures.path("decades")).hasSize(4);
    assertThat(figures.path("weights_tried").asInt()).isGreaterThan(1001);
    get("/api/profiles/fitted")
        .statusCode(200)
        .body("profile.is_system", equalTo(true))
        .body("profile.fit.out_of_sample.accuracy_percentage", equalTo(100.0f))
        .body("profile.fit.weights.people", equalTo(people().floatValue()));
    get("/api/profiles/balanced").body("profile.fit", nullValue());
  }

  @Test
  void whatAFitPublishesIsPredictedWithAndSaysThatItHasSeenTheList() {
    listFollowsPeople();
    fit();

    api.refresh("{\"decade\":1990,\"profile\":\"fitted\"}");
    get("/api/predictions?profile=fitted&decade=1990&limit=" + MEMBERS)
        .statusCode(200)
        .body("data.status", everyItem(equalTo("already_added")));
    Awaitility.await()
        .atMost(PredictionsApi.PATIENCE)
        .untilAsserted(
            () ->
                get("/api/predictions/validation?profile=fitted")
                    .statusCode(200)
                    .body("algorithm_info.in_sample", equalTo(true)));
    get("/api/predictions/validation?profile=balanced")
        .body("algorithm_info.in_sample", equalTo(false));
  }

  @Test
  void learnedWeightsAreNotEditedByHand() {
    listFollowsPeople();
    fit();

    admin()
        .body("{\"name\":\"Fitted\",\"weights\":{\"people\":1}}")
        .put("/api/profiles/fitted")
        .then()
        .statusCode(409);
    admin().delete("/api/profiles/fitted").then().statusCode(409);
  }

  @Test
  void aFitThatLosesIsToldAndTakesAnEarlierOneBack() {
    listFollowsPeople();
    fit();
    forgetFilms();
    listFollowsVotes();

    assertThat(fit()).isEqualTo(ExitStatus.OK);

    assertThat(out.toString()).contains("not published: ");
    assertThat(fits()).extracting(row -> row.getBoolean("published")).containsExactly(true, false);
    get("/api/profiles/fitted").statusCode(404);
    get("/api/predictions?profile=fitted").statusCode(400);
    assertThat(api.builds().keySet()).noneMatch(key -> key.endsWith("_fitted"));
  }

  @Test
  void theSameFactsGiveTheSameFigures() {
    listFollowsPeople();
    fit();
    fit();

    List<JsonNode> figures =
        fits().stream().map(row -> Worlds.read(row.getString("figures"))).toList();
    assertThat(figures).hasSize(2);
    for (String part : List.of("weights", "out_of_sample", "decades", "weights_tried")) {
      assertThat(figures.get(0).path(part)).isEqualTo(figures.get(1).path(part));
    }
  }

  @Test
  void aProfileOfSomebodysOwnIsNotOverwritten() {
    listFollowsPeople();
    admin()
        .body("{\"name\":\"Fitted\",\"weights\":{\"awards\":1}}")
        .post("/api/profiles")
        .then()
        .statusCode(201);

    assertThat(fit()).isEqualTo(ExitStatus.PARTIAL);

    assertThat(err.toString()).contains("a profile of somebody's own is called fitted");
    get("/api/profiles/fitted").body("profile.weights.awards", equalTo(1));
  }

  @Test
  void oneDecadeIsTooLittleToLearnFrom() {
    forgetFilms();
    decade(1990, 1, true);

    assertThat(fit()).isEqualTo(ExitStatus.FAILED);

    assertThat(err.toString()).contains("nothing to learn from: films of two decades");
    assertThat(fits()).isEmpty();
  }

  private int fit() {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute();
  }

  private Number people() {
    return get("/api/profiles/fitted").extract().path("profile.weights.people");
  }

  private List<Row> fits() {
    List<Row> fits = new ArrayList<>();
    api.worlds().run("predictionstest/fits.sql", Map.of()).forEach(fits::add);
    return fits;
  }

  private void forgetFilms() {
    api.worlds().run("predictionstest/forget_films.sql", Map.of());
    api.worlds().run("predictionstest/score_state.sql", Map.of());
  }

  private void listFollowsPeople() {
    forgetFilms();
    int[] id = {1};
    Stream.of(1950, 1970, 1990, 2010).forEach(decade -> id[0] = decade(decade, id[0], true));
  }

  private void listFollowsVotes() {
    int[] id = {1};
    Stream.of(1950, 1970, 1990).forEach(decade -> id[0] = decade(decade, id[0], false));
  }

  /** Members are those of good people whom few voted for, or those of nobody whom many did. */
  private int decade(int decade, int firstId, boolean people) {
    for (int i = 0; i < FILMS; i++) {
      boolean member = i < MEMBERS;
      String components = people ? "0.8/0.7/0.8/0.3/0.9" : "0.5/0.5/0.5/0.5/0.5";
      if (member) {
        components = people ? "0.2/0.1/0.2/0.9/0" : "0/0/0/0/0";
      }
      api.worlds()
          .film(
              firstId + i,
              decade + "-05-0" + (1 + i % 9),
              "full",
              member,
              member == people ? 10L : 10_000L,
              components);
    }
    return firstId + FILMS;
  }
}
