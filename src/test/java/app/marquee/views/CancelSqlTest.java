package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.DatabaseProfile;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.RunReport.KeyOutcome;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that are told to end, by this node or another. */
@ParameterizedClass
@EnumSource(DatabaseProfile.class)
class CancelSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final RunOptions FORCED = new RunOptions(false, true, false);

  @Parameter DatabaseProfile profile;

  private TestDatabase database;
  private Node one;
  private Node two;

  @BeforeEach
  void start() {
    database = Node.database(profile);
    one = new Node(database, Map.of());
    two = new Node(database, Map.of());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aQueuedRunEndsAtOnceAndIsNeverRun() {
    RunTicket queued = enqueue();

    assertThat(cancel(two, queued.id())).isEqualTo(Cancelling.Outcome.CANCELLED);

    assertThat(run(queued.id())).contains("\"cancelled\"").contains("\"somebody\"");
    assertThat(Node.await(one.log.claim(Scope.ALL))).isEmpty();
    assertThat(enqueue().id()).isGreaterThan(queued.id());
  }

  @Test
  void whatHasEndedOrNeverWasIsNotCancelled() {
    RunTicket queued = enqueue();
    Node.await(one.runs.executeNow(Scope.ALL));

    assertThat(cancel(one, queued.id())).isEqualTo(Cancelling.Outcome.ENDED);
    assertThat(cancel(one, queued.id() + 1)).isEqualTo(Cancelling.Outcome.UNKNOWN);
    assertThat(run(queued.id())).contains("\"success\"");
  }

  @Test
  void aRunningOneEndsWhileItsStatementsStillWait() throws SQLException {
    Build before = published();
    try (Connection held = holdFacts()) {
      CompletableFuture<Optional<RunReport>> running = begin(one, 2);

      cancel(one, running(one));

      RunReport report = Node.await(Uni.createFrom().completionStage(running)).orElseThrow();
      assertThat(report.status()).isEqualTo("cancelled");
      assertThat(report.outcomes())
          .hasSize(4)
          .allSatisfy((key, outcome) -> assertThat(outcome).isEqualTo(KeyOutcome.CANCELLED));
      held.rollback();
    }
    assertThat(one.index.find(TODAY)).hasValue(before);
    assertThat(two.refresh(Scope.ALL, FORCED).status()).isEqualTo("success");
  }

  @Test
  void aLateInterruptFindsNoStatementOfAnotherRun() throws SQLException {
    published();
    List<Integer> waiting;
    try (Connection held = holdFacts()) {
      CompletableFuture<Optional<RunReport>> running = begin(one, 2);
      waiting = waiting();

      cancel(one, running(one));

      Node.await(Uni.createFrom().completionStage(running));
      held.rollback();
    }
    // Behind a pooler an interrupt names its transaction, and no connection need be closed.
    boolean closed = profile != DatabaseProfile.POOLER;
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Collections.disjoint(backends(), waiting) == closed);
  }

  @Test
  void theHolderLearnsByItsPollWhatAnotherNodeWasAsked() throws SQLException {
    Build before = published();
    try (Connection held = holdFacts()) {
      CompletableFuture<Optional<RunReport>> running = begin(one, 2);
      long run = running(one);

      cancel(two, run);
      assertThat(run(run)).contains("\"running\"");
      Node.await(one.coherence.poll());

      RunReport report = Node.await(Uni.createFrom().completionStage(running)).orElseThrow();
      assertThat(report.status()).isEqualTo("cancelled");
      assertThat(run(run)).contains("\"cancelled\"").contains("\"done\" : 0");
      held.rollback();
    }
    Node.await(two.coherence.poll());
    assertThat(two.index.find(TODAY)).hasValue(before);
  }

  @Test
  void theHeartbeatTellsTheHolder() {
    Claim claim = claim();
    cancel(two, claim.logId());
    assertThat(claim.cancellation().asked()).isFalse();

    assertThat(Node.await(one.log.heartbeat(claim, 0, 4))).isTrue();

    assertThat(claim.cancellation().asked()).isTrue();
  }

  @Test
  void aHolderThatHasNotHeardOfItPublishesNothing() {
    Claim claim = claim();
    cancel(two, claim.logId());

    RunReport report = Node.await(one.refresher.execute(claim));

    assertThat(report.status()).isEqualTo("cancelled");
    assertThat(one.events.of(ViewEvent.PublishLost.class)).isEmpty();
    assertThat(one.index.find(TODAY)).isEmpty();
    assertThat(run(claim.logId())).contains("\"cancelled\"");
  }

  @Test
  void theRunQueuedBehindItBegins() throws SQLException {
    published();
    long second;
    try (Connection held = holdFacts()) {
      Node.await(one.runs.request(Scope.ALL, Trigger.REQUEST, FORCED, null));
      waitUntilBuilding(2);
      long first = running(one);
      Node.execute(database, "update source_version set version = 2 where source = 'probe'");
      second = Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, FORCED)).id();
      assertThat(second).isNotEqualTo(first);

      cancel(one, first);
      held.rollback();
    }
    Awaitility.await().atMost(PATIENCE).until(() -> run(second).contains("\"success\""));
  }

  @Test
  void aRunWhoseHolderIsDeadEndsAtOnce() {
    Claim dead = claim();
    endLease();

    cancel(two, dead.logId());

    assertThat(run(dead.logId())).contains("\"cancelled\"");
  }

  @Test
  void aRunWhoseHolderDiesWhenItIsCancelledIsNotAskedForAgain() {
    Claim dead = claim();
    cancel(two, dead.logId());
    endLease();

    Node.await(two.triggers.pulse());

    assertThat(run(dead.logId())).contains("\"cancelled\"").contains("\"somebody\"");
    Node.await(two.coherence.poll());
    assertThat(two.index.openRuns()).isEmpty();
  }

  private Build published() {
    Build build = publish(one);
    Node.await(two.coherence.poll());
    return build;
  }

  private static Build publish(Node node) {
    node.refresh();
    return node.index.find(TODAY).orElseThrow();
  }

  private RunTicket enqueue() {
    return Node.await(one.runs.enqueue(Scope.ALL, Trigger.REQUEST, FORCED));
  }

  private Claim claim() {
    enqueue();
    return Node.await(one.log.claim(Scope.ALL)).orElseThrow();
  }

  /** A run of a node, once so many of its statements wait. */
  private CompletableFuture<Optional<RunReport>> begin(Node node, int statements) {
    enqueue();
    CompletableFuture<Optional<RunReport>> running =
        node.runs.executeNow(Scope.ALL).subscribeAsCompletionStage();
    waitUntilBuilding(statements);
    return running;
  }

  private void waitUntilBuilding(int statements) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> waiting().size() == (profile.exportsSnapshots() ? statements : 1));
  }

  private long running(Node node) {
    Node.await(node.coherence.poll());
    return node.index.openRuns().stream()
        .filter(run -> !run.queued())
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Cancelling.Outcome cancel(Node node, long run) {
    return Node.await(
        node.cancelling.cancel(run, "somebody", written -> Uni.createFrom().voidItem()));
  }

  private String run(long id) {
    return Node.await(one.log.find(id)).orElseThrow();
  }

  private Connection holdFacts() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table probe_fact");
    }
    return connection;
  }

  /** Backends that wait for the facts. */
  private List<Integer> waiting() throws SQLException {
    return integers(
        "select pid from pg_locks where not granted"
            + " and relation = cast('probe_fact' as regclass)");
  }

  private List<Integer> backends() throws SQLException {
    return integers("select pid from pg_stat_activity");
  }

  private List<Integer> integers(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<Integer> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getInt(1));
      }
      return all;
    }
  }

  private void endLease() {
    Node.execute(
        database,
        "update refresh_lease set expires_at = clock_timestamp() - interval '1 second' where scope = 'all'");
  }
}
