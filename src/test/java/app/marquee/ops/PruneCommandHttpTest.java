package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.cli.ExitStatus;
import app.marquee.db.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command that prunes, on the running application; its months never grow old enough. */
@QuarkusTest
class PruneCommandHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject CommandRun command;
  @Inject PruneSchedule schedule;
  @Inject Pool pool;
  @Inject ObjectMapper json;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return command.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void aDryRunOnlyTellsWhatWouldGo() throws IOException {
    addStranger("gone_by_command");

    assertThat(run("prune", "--dry-run")).isZero();
    assertThat(out.toString())
        .containsPattern("(?m)^collection cycles: \\d+ would go$")
        .containsPattern("(?m)^months of snapshots: 0 would go$")
        .containsPattern("(?m)^refresh runs: 0 would go$")
        .containsPattern("(?m)^undeclared keys: 1 would go: gone_by_command$");

    out.getBuffer().setLength(0);
    assertThat(run("prune", "--json")).isZero();
    JsonNode told = json.readTree(out.toString());
    assertThat(told.path("dry_run").asBoolean()).isFalse();
    assertThat(told.path("pruned").findValuesAsText("what"))
        .containsExactly(
            "collection cycles", "months of snapshots", "refresh runs", "undeclared keys");
    assertThat(told.at("/pruned/3/names/0").asText()).isEqualTo("gone_by_command");

    out.getBuffer().setLength(0);
    run("prune");
    assertThat(out.toString()).contains("undeclared keys: 0 pruned");
  }

  @Test
  void theServiceDoesTheSameByItself() {
    addStranger("gone_by_schedule");

    schedule.prune().await().atMost(PATIENCE);

    run("prune", "--dry-run");
    assertThat(out.toString()).contains("undeclared keys: 0 would go");
  }

  @Test
  void wordsThatMakeNoSenseAreAMatterOfUsage() {
    assertThat(run("prune", "everything")).isEqualTo(ExitStatus.USAGE);
  }

  private void addStranger(String key) {
    Sql.of("probe/add_stranger.sql")
        .on(pool, Map.of("key", key, "days", 8))
        .await()
        .atMost(PATIENCE);
  }
}
