package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.DatabaseProfile;
import app.marquee.testkit.TestDatabase;
import app.marquee.views.RunReport.KeyOutcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseProfile.class)
class RefreshSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");
  private static final Key WEEK = ProbeFeature.key("7days", "all");

  @Parameter DatabaseProfile profile;

  private TestDatabase database;
  private Node node;

  @BeforeEach
  void start() {
    database = Node.database(profile);
    node = new Node(database, Map.of());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void publishesEveryKeyInOneGeneration() {
    RunReport report = node.refresh();

    assertThat(report.status()).isEqualTo("success");
    assertThat(report.outcomes())
        .hasSize(4)
        .allSatisfy((key, outcome) -> assertThat(outcome).isEqualTo(KeyOutcome.REFRESHED));
    assertThat(node.catalog.keys())
        .allSatisfy(
            key ->
                assertThat(node.index.find(key).orElseThrow().generation())
                    .isEqualTo(report.generation()));
  }

  @Test
  void confirmsWithoutBuildingWhatCannotHaveChanged() {
    node.refresh();
    Build before = node.index.find(TODAY).orElseThrow();

    RunReport report = node.refresh();

    Build after = node.index.find(TODAY).orElseThrow();
    assertThat(report.outcomes())
        .allSatisfy((key, outcome) -> assertThat(outcome).isEqualTo(KeyOutcome.CONFIRMED));
    assertThat(node.events.of(ViewEvent.BuildPublished.class)).hasSize(4);
    assertThat(after.etag()).isEqualTo(before.etag());
    assertThat(after.generatedAt()).isEqualTo(before.generatedAt());
    assertThat(after.checkedAt()).isAfter(before.checkedAt());
    assertThat(after.generation()).isGreaterThan(before.generation());
  }

  @Test
  void aForcedRunWithEqualResultsKeepsBodyAndEtag() {
    node.refresh();
    Build before = node.index.find(TODAY).orElseThrow();

    RunReport report = node.refresh(Scope.of(TODAY), new RunOptions(false, true, false));

    assertThat(report.outcomes()).containsExactly(Map.entry(TODAY, KeyOutcome.CONFIRMED));
    assertThat(node.index.find(TODAY).orElseThrow().generatedAt()).isEqualTo(before.generatedAt());
  }

  @Test
  void rebuildsWhenFactsChanged() {
    node.refresh();
    changeFacts();
    Node.await(node.coherence.poll());

    RunReport report = node.refresh(Scope.ALL, RunOptions.IF_STALE);

    assertThat(report.count(KeyOutcome.REFRESHED)).isEqualTo(4);
    assertThat(Node.body(node.read(TODAY))).contains("renamed");
  }

  @Test
  void leavesFreshKeysAloneIfOnlyStaleOnesAreAskedFor() {
    node.refresh();

    RunReport report = node.refresh(Scope.ALL, RunOptions.IF_STALE);

    assertThat(report.outcomes()).isEmpty();
    assertThat(report.status()).isEqualTo("success");
    assertThat(report.generation()).isNull();
  }

  @Test
  void anOperatingDayThatTurnedMakesBuildsStaleAtOnceAndRebuildsThem() {
    node.refresh();
    node.clock.tick(Duration.ofHours(13));

    Condition condition = node.judge.judge(node.index.find(TODAY).orElseThrow());
    RunReport report = node.refresh(Scope.ALL, RunOptions.IF_STALE);

    assertThat(condition.state()).isEqualTo(Condition.State.STALE);
    assertThat(condition.reason()).isEqualTo(Reason.SOURCE_CHANGED);
    assertThat(report.count(KeyOutcome.REFRESHED)).isEqualTo(4);
  }

  @Nested
  class WhenABuildGoesWrong {
    private Build good;

    @BeforeEach
    void publishAGoodOne() {
      node.refresh();
      good = node.index.find(WEEK).orElseThrow();
      changeFacts();
    }

    @Test
    void aThrowingStatementLeavesTheOldBuildAndTheRunPartial() {
      trouble("fail");

      RunReport report = node.refresh();

      assertThat(report.status()).isEqualTo("partial");
      assertThat(report.outcomes().get(WEEK).reason()).isEqualTo(Reason.BUILD_FAILED);
      assertThat(report.outcomes().get(WEEK).message()).contains("division by zero");
      assertThat(report.outcomes().get(TODAY)).isEqualTo(KeyOutcome.REFRESHED);
      assertKept(Reason.BUILD_FAILED);
    }

    @Test
    void aBuildThatLostMostOfItsRowsIsRejected() {
      trouble("empty");

      RunReport report = node.refresh();

      assertThat(report.status()).isEqualTo("partial");
      assertThat(report.outcomes().get(WEEK).message())
          .isEqualTo("0 rows, where the current build has 60");
      assertKept(Reason.GATE_REJECTED);
    }

    @Test
    void ranksThatDoNotCountFromOneAreRejected() {
      trouble("bad_rank");

      assertThat(node.refresh().outcomes().get(WEEK).message()).isEqualTo("rank 2 where 1 belongs");
      assertKept(Reason.GATE_REJECTED);
    }

    @Test
    void aScoreOutOfRangeIsRejected() {
      Node.execute(database, "update probe_fact set score = 10.1 where id = 4");

      assertThat(node.refresh().status()).isEqualTo("failed");
      assertThat(node.index.find(WEEK)).contains(good);
    }

    @Test
    void aRequestMayAcceptWhatTheGateRefuses() {
      trouble("empty");

      RunReport report = node.refresh(Scope.ALL, new RunOptions(false, false, true));

      assertThat(report.status()).isEqualTo("success");
      assertThat(node.events.of(ViewEvent.GateOverruled.class))
          .extracting(ViewEvent.GateOverruled::key)
          .contains(WEEK);
      assertThat(node.index.find(WEEK).orElseThrow().recordCount()).isZero();
    }

    @Test
    void theReasonGoesAwayWithTheNextGoodBuild() {
      trouble("fail");
      node.refresh();
      Node.execute(database, "delete from probe_trouble");

      node.refresh();

      Node other = new Node(database, Map.of());
      assertThat(other.index.state(WEEK).reason()).isNull();
      assertThat(node.index.state(WEEK).reason()).isNull();
    }

    private void assertKept(Reason reason) {
      Node other = new Node(database, Map.of());
      assertThat(other.index.find(WEEK).orElseThrow().etag()).isEqualTo(good.etag());
      assertThat(other.index.state(WEEK).reason()).isEqualTo(reason);
      assertThat(Node.body(other.read(WEEK))).contains("fact 2\"").doesNotContain("renamed");
    }
  }

  private void trouble(String kind) {
    Node.execute(database, "insert into probe_trouble values ('7days', '" + kind + "')");
  }

  private void changeFacts() {
    Node.execute(
        database,
        "update probe_fact set name = 'renamed' where id = 2;"
            + "update source_version set version = version + 1, changed_at = clock_timestamp() where source = 'probe'");
  }
}
