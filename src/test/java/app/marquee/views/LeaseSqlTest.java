package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.DatabaseProfile;
import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on one database. */
@ParameterizedClass
@EnumSource(DatabaseProfile.class)
class LeaseSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");

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
  void onlyOneNodeRunsAScopeAtATime() {
    Node.await(one.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));
    Claim held = Node.await(one.log.claim(Scope.ALL)).orElseThrow();
    Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));

    assertThat(Node.await(two.runs.executeNow(Scope.ALL))).isEmpty();

    Node.await(one.refresher.execute(held));
    assertThat(Node.await(two.runs.executeNow(Scope.ALL))).isPresent();
  }

  @Test
  void aRequestJoinsTheRunWhoseSnapshotHoldsThePresentFacts() {
    Claim running = claimWithSnapshot(1);

    RunTicket ticket = Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));

    assertThat(ticket).isEqualTo(new RunTicket(running.logId(), true));
  }

  @Test
  void aRequestForNewerFactsIsQueuedAndSharedByThoseThatFollow() {
    claimWithSnapshot(1);
    Node.execute(database, "update source_version set version = 2 where source = 'probe'");

    RunTicket first = Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));
    RunTicket second = Node.await(one.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));

    assertThat(first.joined()).isFalse();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aRequestThatAsksForMoreDoesNotJoinAndWidensTheQueuedRun() {
    claimWithSnapshot(1);
    Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, new RunOptions(false, true, false)));
    Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, new RunOptions(false, false, true)));
    endLease();

    Claim next = Node.await(two.log.claim(Scope.ALL)).orElseThrow();

    assertThat(next.options()).isEqualTo(new RunOptions(false, true, true));
  }

  @Test
  void whoTakesAnEndedLeaseMarksItsRunAbandoned() {
    Claim dead = claimWithSnapshot(1);
    endLease();
    Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));

    Node.await(two.runs.executeNow(Scope.ALL));

    assertThat(Node.await(one.log.find(dead.logId())))
        .hasValueSatisfying(run -> assertThat(run).contains("\"abandoned\""));
  }

  @Test
  void aNodeFindsTheRunOfADeadOneAndDoesItsWork() {
    claimWithSnapshot(1);
    endLease();
    CompletableFuture<Void> pulsed = two.triggers.pulse().subscribeAsCompletionStage();
    pulsed.join();

    assertThat(two.events.of(ViewEvent.RunOrphaned.class)).hasSize(1);
    waitFor(() -> !two.events.of(ViewEvent.RunEnded.class).isEmpty());
    assertThat(two.index.find(TODAY)).isPresent();
  }

  @Test
  void aHolderThatSleptPastItsLeaseCannotPublishEvenIfNobodyTookIt() {
    Claim sleeper = claimWithSnapshot(1);
    endLease();

    RunReport report = Node.await(one.refresher.execute(sleeper));

    assertThat(one.events.of(ViewEvent.PublishLost.class)).hasSize(1);
    assertThat(report.outcomes().get(TODAY).reason()).isEqualTo(Reason.LEASE_LOST);
    assertThat(two.read(TODAY)).isInstanceOf(Answer.Served.class);
    assertThat(two.events.of(ViewEvent.BuildPublished.class))
        .extracting(ViewEvent.BuildPublished::key)
        .contains(TODAY);
  }

  @Test
  void anEndedLeaseIsNeverRenewed() {
    Claim held = claimWithSnapshot(1);
    assertThat(Node.await(one.log.heartbeat(held, 0, 4))).isTrue();
    endLease();

    assertThat(Node.await(one.log.heartbeat(held, 0, 4))).isFalse();
  }

  @Test
  void anOlderSnapshotNeverOverwritesANewerBuild() {
    Feature feature = one.catalog.features().iterator().next();
    Node.await(one.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));
    Claim slow = Node.await(one.log.claim(Scope.ALL)).orElseThrow();

    Publisher.Result late =
        Node.await(
            one.snapshots
                .forBuilds(
                    feature,
                    (snapshot, exporter) ->
                        Uni.createFrom()
                            .item(() -> newFactsAndTheirRun())
                            .runSubscriptionOn(
                                io.smallrye.mutiny.infrastructure.Infrastructure
                                    .getDefaultWorkerPool())
                            .chain(
                                () ->
                                    one.builder.buildAll(
                                        snapshot,
                                        exporter,
                                        List.of(TODAY),
                                        new Cancellation(),
                                        built -> {}))
                            .map(built -> Map.entry(snapshot, built)))
                .chain(
                    work ->
                        one.publisher.publish(slow, work.getKey(), work.getValue(), List.of())));

    assertThat(((Publisher.Result.Published) late).report().outcomes())
        .containsExactly(Map.entry(TODAY, RunReport.KeyOutcome.SUPERSEDED));
    Node third = new Node(database, Map.of());
    assertThat(Node.body(third.read(TODAY))).contains("renamed");
  }

  private Optional<RunReport> newFactsAndTheirRun() {
    Node.execute(
        database,
        "update probe_fact set name = 'renamed' where id = 1; update source_version set version = 2 where source = 'probe'");
    return Optional.of(two.refresh(Scope.of(TODAY), RunOptions.PLAIN));
  }

  private Claim claimWithSnapshot(long version) {
    Node.await(one.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));
    Claim claim = Node.await(one.log.claim(Scope.ALL)).orElseThrow();
    Node.await(one.log.recordSnapshot(claim, "probe", version));
    return claim;
  }

  private void endLease() {
    Node.execute(
        database,
        "update refresh_lease set expires_at = clock_timestamp() - interval '1 second' where scope = 'all'");
  }

  private static void waitFor(java.util.function.BooleanSupplier condition) {
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(20))
        .until(condition::getAsBoolean);
  }
}
