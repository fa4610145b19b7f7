package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command that tells how fresh everything is, on the running application. */
@QuarkusTest
class StatusCommandHttpTest {
  @Inject CommandRun command;
  @Inject Pool pool;
  @Inject ObjectMapper json;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  @AfterEach
  void renew() {
    new ProbeBuilds(pool).renew();
  }

  private int run(String... words) {
    return command.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void countsTheKeysOfEachFeatureAndTellsOfTheLastRun() {
    assertThat(run("status")).isZero();
    assertThat(out.toString())
        .matches("(?s)feature +keys +fresh +stale +missing +oldest\\R.*")
        .containsPattern("(?m)^probe +\\d+ +\\d+ +0 +0 +\\d+s$")
        .containsPattern("(?m)^last run: \\w+ at \\S+Z, \\d+ ms$");
  }

  @Test
  void tellsWhatCacheStatusTellsButWhatAServiceCounts() throws IOException {
    assertThat(run("status", "--json", "--feature", "probe")).isZero();
    JsonNode told = json.readTree(out.toString());
    JsonNode served = json.readTree(Ops.admin().get("/api/admin/cache-status").asString());

    assertThat(told.path("features").path(0)).isEqualTo(ofProbe(served.path("features")));
    assertThat(told.at("/views/0/cache_key").asText()).startsWith("probe_");
    assertThat(told.at("/views/0/state").asText()).isEqualTo("fresh");
    assertThat(told.path("last_refresh")).isEqualTo(served.path("last_refresh"));
    assertThat(told.path("runs").isArray()).isTrue();
    assertThat(told.has("hits")).isFalse();
  }

  private static JsonNode ofProbe(JsonNode features) {
    for (JsonNode feature : features) {
      if (feature.path("name").asText().equals("probe")) {
        return feature;
      }
    }
    return features.path("probe");
  }

  @Test
  void theWorstKeysAreNamedWithTheirReason() {
    new ProbeBuilds(pool).forget();
    Ops.pause(Ops.key(ProbeBuilds.KEY), "looked at");
    try {
      run("status", "--feature", "probe");
      assertThat(out.toString())
          .containsPattern("(?m)^missing " + ProbeBuilds.KEY + " paused$")
          .containsPattern("(?m)^missing probe_ranking_7days_all");
    } finally {
      Ops.resume(Ops.key(ProbeBuilds.KEY));
    }
  }

  @Test
  void aRunThatIsUnderWayIsToldWithItsHolder() {
    try (HeldRun held = HeldRun.begin(pool, HeldRun.PROBE)) {
      run("status", "--feature", "probe");
      assertThat(out.toString())
          .containsPattern(
              "(?m)^running: run \\d+ of feature:probe, \\d+ of \\d+ keys, by .+, held by [0-9a-f-]{36}$");
    }
  }

  @Test
  void youngEnoughIsOkInTheFirstLine() {
    assertThat(run("status", "--feature", "probe", "--max-age", "20m")).isZero();
    assertThat(out.toString()).matches("OK \\d+ keys, the oldest checked \\d+s ago\\R");
  }

  @Test
  void aMissingViewEndsTheCheckWithOneAndIsNamed() throws IOException {
    new ProbeBuilds(pool).forget();

    assertThat(run("status", "--feature", "probe", "--max-age", "1h30m"))
        .isEqualTo(ExitStatus.PARTIAL);
    assertThat(out.toString())
        .matches("(?s)STALE \\d+ of \\d+ keys: 0 older than 1h30m, \\d+ missing\\R.*")
        .contains("missing " + ProbeBuilds.KEY);

    out.getBuffer().setLength(0);
    assertThat(run("status", "--feature", "probe", "--max-age", "PT20M", "--json"))
        .isEqualTo(ExitStatus.PARTIAL);
    JsonNode told = json.readTree(out.toString());
    assertThat(told.path("max_age_seconds").asInt()).isEqualTo(1200);
    assertThat(told.path("outdated").toString()).contains(ProbeBuilds.KEY);
  }

  @Test
  void wordsThatMakeNoSenseAreAMatterOfUsage() {
    assertThat(run("status", "--max-age", "soon")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("status", "--feature", "plays")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .contains("'soon' is no length of time such as 20m")
        .contains("there is no feature 'plays'");
  }
}
