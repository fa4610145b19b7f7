package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.marquee.http.Problem;
import app.marquee.testkit.StatementCounter;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a view that has no build, and why it has none. */
@QuarkusTest
class MissingViewsHttpTest {
  private static final String KEY = "predictions_ranking_1990s_balanced";

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void nothingIsBuilt() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/predictions?decade=1990",
        "/api/predictions?decade=1990&q=film",
        "/api/predictions.csv?decade=1990",
        "/api/predictions/validation",
        "/api/predictions/comparison"
      })
  void whatWasNeverBuiltIsMissingAndNothingIsComputed(String path) {
    long before = StatementCounter.count();

    get(path)
        .statusCode(404)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/errors.md#view-missing"))
        .body("state", equalTo("missing"))
        .header("Retry-After", matchesPattern("\\d+"));

    // One look whether another node has built it meanwhile.
    assertThat(StatementCounter.count() - before).isLessThanOrEqualTo(1);
    assertThat(api.builds()).isEmpty();
  }

  @Test
  void whatIsMissingBecauseItIsPausedSaysSo() {
    pauseKey(true);
    try {
      get("/api/predictions?decade=1990")
          .statusCode(404)
          .body("state", equalTo("missing"))
          .body("reason", equalTo("paused"));
    } finally {
      pauseKey(false);
    }
    get("/api/predictions?decade=2000").statusCode(404).body("reason", nullValue());
  }

  private static void pauseKey(boolean paused) {
    admin().body(Map.of("paused", paused)).patch("/api/admin/views/" + KEY).then().statusCode(200);
  }
}
