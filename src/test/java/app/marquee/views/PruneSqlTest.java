package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.Sql;
import app.marquee.testkit.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine prunes: its log, and builds nobody declares. */
class PruneSqlTest {
  private static final ViewsConfig CONFIG =
      new SmallRyeConfigBuilder()
          .withMapping(ViewsConfig.class)
          .build()
          .getConfigMapping(ViewsConfig.class);

  private TestDatabase database;
  private Node node;

  @BeforeEach
  void start() {
    database = Node.database();
    node = new Node(database, Map.of("marquee.views.announce", "false"));
    node.refresh();
    node.refresh();
    node.refresh();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void runsThatEndedLongAgoGoAndTheLastOneStays() {
    List<Long> runs = runs();
    run("probe/age_runs.sql", Map.of("days", 91, "but", runs.get(1)));

    assertThat(pruneRuns(true)).isEqualTo(1);
    assertThat(runs()).isEqualTo(runs);
    assertThat(pruneRuns(false)).isEqualTo(1);
    assertThat(runs()).containsExactly(runs.get(1), runs.get(2));
    assertThat(pruneRuns(false)).isZero();
  }

  @Test
  void youngRunsStay() {
    run("probe/age_runs.sql", Map.of("days", 89, "but", -1L));

    assertThat(pruneRuns(false)).isZero();
    assertThat(runs()).hasSize(3);
  }

  @Test
  void buildsAndStatesOfKeysNobodyDeclaresGoOnceNobodyChecksThem() {
    run("probe/add_stranger.sql", Map.of("key", "gone_view", "days", 8));
    run("probe/add_stranger.sql", Map.of("key", "view_of_a_newer_node", "days", 1));
    PruneStep step = new PruneUndeclared(database.pool(), node.catalog, CONFIG);

    assertThat(Node.await(step.prune(true)).names()).containsExactly("gone_view");
    assertThat(strangers()).containsExactly("gone_view", "view_of_a_newer_node");
    assertThat(Node.await(step.prune(false)))
        .isEqualTo(new PruneStep.Pruned(1, List.of("gone_view")));
    assertThat(strangers()).containsExactly("view_of_a_newer_node");
    Node.await(node.coherence.poll());
    assertThat(node.index.size()).isEqualTo(node.catalog.keys().size());
  }

  private long pruneRuns(boolean dryRun) {
    return Node.await(new PruneRuns(database.pool(), CONFIG).prune(dryRun)).count();
  }

  private List<Long> runs() {
    return run("probe/run_ids.sql", Map.of(), row -> row.getLong("log_id"));
  }

  private List<String> strangers() {
    return run("probe/strangers.sql", Map.of(), row -> row.getString("cache_key"));
  }

  private void run(String sql, Map<String, ?> binds) {
    run(sql, binds, row -> row);
  }

  private <T> List<T> run(String sql, Map<String, ?> binds, Function<Row, T> read) {
    List<T> rows = new ArrayList<>();
    Node.await(Sql.of(sql).on(database.pool(), binds)).forEach(row -> rows.add(read.apply(row)));
    return rows;
  }
}
