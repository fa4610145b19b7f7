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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command that refreshes, on the running application. */
@QuarkusTest
class RefreshCommandHttpTest {
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
  void aKeyThatNothingHasChangedIsConfirmed() {
    assertThat(run("refresh", "--key", ProbeBuilds.KEY)).isZero();
    assertThat(out.toString())
        .matches(
            "run \\d+: success, 1 keys: 0 refreshed, 1 confirmed, 0 superseded, 0 failed, \\d+ ms\\R");
  }

  @Test
  void whatHasNoBuildGetsOne() throws IOException {
    new ProbeBuilds(pool).forget();

    assertThat(run("refresh", "--view", "probe_ranking", "--json")).isZero();
    JsonNode report = json.readTree(out.toString());
    assertThat(report.path("status").asText()).isEqualTo("success");
    assertThat(report.path("scope").asText()).isEqualTo("view:probe_ranking");
    assertThat(report.path("requested_by").asText()).isEqualTo("command line");
    assertThat(report.path("views_refreshed").asInt()).isPositive();
  }

  @Test
  void keysThatFailAreNamedAndTheOthersAreRefreshed() {
    new ProbeBuilds(pool).makeStatementsFail();

    assertThat(run("refresh", "--view", "probe_ranking", "--force")).isEqualTo(ExitStatus.PARTIAL);
    assertThat(out.toString()).contains("build_failed " + ProbeBuilds.KEY + ": ", ": partial, ");
  }

  @Test
  void whoDoesNotWaitIsToldTheRunThatIsLeftToAService() {
    assertThat(run("refresh", "--feature", "probe", "--no-wait")).isZero();
    Matcher asked = Pattern.compile("run (\\d+): queued, left to").matcher(out.toString());
    assertThat(asked.find()).isTrue();

    assertThat(run("refresh", "--feature", "probe", "--wait")).isZero();
    assertThat(out.toString()).contains("run " + asked.group(1) + ": success");
  }

  @Test
  void everythingIsWhatAllSaysAndNothingElseMayStandBesideIt() {
    assertThat(run("refresh", "--all", "--key", ProbeBuilds.KEY)).isEqualTo(ExitStatus.USAGE);
    assertThat(run("refresh", "--all", "--if-stale", "--no-wait", "--json")).isZero();
    assertThat(out.toString()).contains("\"scope\":\"all\"");
    assertThat(run("refresh", "--if-stale")).isLessThan(ExitStatus.USAGE);
  }

  @Test
  void aNameNobodyHasIsAMatterOfUsage() {
    assertThat(run("refresh", "--feature", "plays")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).startsWith("marquee: there is no feature 'plays'");
    assertThat(run("refresh", "--feature", "films", "--key", "x")).isEqualTo(ExitStatus.USAGE);
  }
}
