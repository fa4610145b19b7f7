package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.DatabaseUrl;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.PostgresCluster;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose runs read from a streaming standby, on PostgreSQL 15. */
class ReplicaSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");
  private static final RunOptions FORCED = new RunOptions(false, true, false);
  private static final String RANKINGS_RUN = "built for the tests";
  private static final String ASKED_HOW_FAR = " as follows,";
  private static final Vertx VERTX = Vertx.vertx();

  @TempDir static Path folder;
  private static PostgresCluster primary;
  private static PostgresCluster standby;

  private Pool pool;
  private Pool replica;
  private Node node;

  @BeforeAll
  static void startBoth() {
    assumeTrue(PostgresCluster.installed(), "Debian's package postgresql-15 is not installed");
    primary = PostgresCluster.create(folder.resolve("primary"), "log_statement = 'all'");
    primary.migrate();
    standby =
        primary.standby(
            folder.resolve("standby"),
            "log_statement = 'all'",
            "max_standby_streaming_delay = '100ms'");
  }

  @AfterAll
  static void stopBoth() {
    if (primary != null) {
      standby.close();
      primary.close();
    }
  }

  @BeforeEach
  void assemble() {
    pool = pool(primary.url());
    replica = pool(standby.url());
    node =
        new Node(pool, Optional.of(replica), DatabaseProfile.POSTGRES, new ManualClock(), Map.of());
  }

  @AfterEach
  void close() {
    execute("delete from probe_trouble");
    pool.closeAndAwait();
    replica.closeAndAwait();
  }

  @Test
  void runsReadFromTheReplicaAndPublishOnThePrimary() {
    int before = occurrences(primary, RANKINGS_RUN);

    RunReport report = refresh();

    assertThat(report.status()).isEqualTo("success");
    assertThat(occurrences(primary, RANKINGS_RUN))
        .as("rankings run on the primary")
        .isEqualTo(before);
    assertThat(occurrences(standby, RANKINGS_RUN)).as("rankings run on the standby").isPositive();
    assertThat(passedOver()).isZero();
    assertThat(node.read(TODAY)).isInstanceOf(Answer.Served.class);
  }

  @Test
  void whatIsKnownOfAReplicasFactsIsAsOldAsThePrimarysAnswer() {
    refresh();
    Build first = node.index.find(TODAY).orElseThrow();

    refresh();

    Build second = node.index.find(TODAY).orElseThrow();
    assertThat(second.checkedAt()).isAfter(first.checkedAt());
    assertThat(primary.ask("select clock_timestamp() >= '" + second.checkedAt() + "'"))
        .isEqualTo("t");
  }

  @Test
  void aRunWaitsForFactsThatAreOnTheirWay() {
    standby.pauseReplay();
    changeFacts("on its way");
    int before = occurrences(standby, ASKED_HOW_FAR);
    CompletableFuture<RunReport> running = refreshing();
    within().until(() -> occurrences(standby, ASKED_HOW_FAR) > before + 1);

    standby.resumeReplay();

    assertThat(running.join().status()).isEqualTo("success");
    assertThat(passedOver()).isZero();
    assertThat(Node.body(node.read(TODAY))).contains("on its way");
  }

  @Test
  void aReplicaThatLagsIsPassedOverAndNothingOlderIsPublished() {
    refresh();
    standby.pauseReplay();
    changeFacts("ahead");
    try {
      RunReport report = refresh();

      assertThat(report.status()).isEqualTo("success");
      assertThat(passedOver()).isEqualTo(1);
      assertThat(Node.body(node.read(TODAY))).contains("ahead");
    } finally {
      standby.resumeReplay();
    }
  }

  @Test
  void aStatementThatReplayEndedIsRunAgainThere() {
    sleepingBuilds();
    CompletableFuture<RunReport> running = refreshing();
    awaitSleep();

    execute("begin; lock table probe_fact in access exclusive mode; select txid_current(); commit");

    assertThat(running.join().status()).isEqualTo("success");
    assertThat(conflicts()).isPositive();
    assertThat(passedOver()).isZero();
  }

  @Test
  void aRunWhoseReplicaDiesEndsOnThePrimary() {
    sleepingBuilds();
    CompletableFuture<RunReport> running = refreshing();
    awaitSleep();
    try {
      standby.stop("immediate");

      assertThat(running.join().status()).isEqualTo("success");
      assertThat(passedOver()).isEqualTo(1);
      assertThat(refresh().status()).isEqualTo("success");
    } finally {
      standby.start();
    }
  }

  @Test
  void aServerThatFollowsNobodyIsNoReplica() {
    Node misled =
        new Node(pool, Optional.of(pool), DatabaseProfile.POSTGRES, new ManualClock(), Map.of());

    assertThat(misled.refresh(Scope.ALL, FORCED).status()).isEqualTo("success");
    assertThat(misled.events.of(ViewEvent.ReplicaPassedOver.class))
        .extracting(ViewEvent.ReplicaPassedOver::why)
        .containsExactly("it follows no primary");
  }

  private RunReport refresh() {
    return node.refresh(Scope.ALL, FORCED);
  }

  private CompletableFuture<RunReport> refreshing() {
    return CompletableFuture.supplyAsync(this::refresh);
  }

  private int passedOver() {
    return node.events.of(ViewEvent.ReplicaPassedOver.class).size();
  }

  private static void changeFacts(String name) {
    execute(
        "update probe_fact set name = '"
            + name
            + "' where id = 1; update source_version set version = version + 1 where source = 'probe'");
  }

  /** Seen by the standby before it returns. */
  private static void sleepingBuilds() {
    execute("insert into probe_trouble values ('today', 'sleep', 1.5)");
    within().until(() -> standby.ask("select count(*) from probe_trouble").equals("1"));
  }

  private static void awaitSleep() {
    within()
        .until(
            () ->
                !standby
                    .ask("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                    .equals("0"));
  }

  private static int conflicts() {
    return Integer.parseInt(
        standby.ask("select conflicts from pg_stat_database where datname = 'marquee'"));
  }

  private static int occurrences(PostgresCluster cluster, String text) {
    return cluster.log().split(text, -1).length - 1;
  }

  private static ConditionFactory within() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
  }

  private static void execute(String statements) {
    try (Connection connection = primary.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Pool pool(DatabaseUrl url) {
    return Pool.newInstance(
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(16))
            .connectingTo(
                PgConnectOptions.fromUri(url.reactiveUrl())
                    .setUser(url.user())
                    .setPassword(url.password()))
            .using(VERTX)
            .build());
  }
}
