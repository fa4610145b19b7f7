package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReadSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");

  private TestDatabase database;
  private Node node;

  @BeforeEach
  void start() {
    database = Node.database();
    node = new Node(database, Map.of());
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void twoHundredReadsOfAnExpiredKeyComputeItOnce() {
    node.refresh();
    age(TODAY, "1 hour");
    changeFacts();
    Node.await(node.coherence.poll());
    Node.execute(database, "insert into probe_trouble values ('today', 'sleep', 0.3)");

    List<Answer> answers =
        Node.await(
            Uni.join()
                .all(IntStream.range(0, 200).mapToObj(i -> node.server.read(TODAY)).toList())
                .andFailFast());

    assertThat(answers)
        .hasSize(200)
        .allSatisfy(answer -> assertThat(Node.body(answer)).contains("renamed"));
    assertThat(answers)
        .extracting(a -> ((Answer.Served) a).origin())
        .containsOnly(Answer.Origin.STALE);
    assertThat(node.events.of(ViewEvent.RunEnded.class)).hasSize(2);
  }

  @Test
  void twoNodesComputeAMissingKeyOnceBetweenThem() {
    Node other = new Node(database, Map.of());
    Node.execute(database, "insert into probe_trouble values ('today', 'sleep', 0.5)");

    List<Answer> answers =
        Node.await(Uni.join().all(node.server.read(TODAY), other.server.read(TODAY)).andFailFast());

    assertThat(answers).allSatisfy(answer -> assertThat(Node.body(answer)).contains("fact 1\""));
    assertThat(
            node.events.of(ViewEvent.BuildPublished.class).size()
                + other.events.of(ViewEvent.BuildPublished.class).size())
        .isEqualTo(1);
  }

  @Test
  void aStaleBuildIsServedAtOnceWhileOneRefreshRunsBehindIt() {
    node.refresh();
    age(TODAY, "20 minutes");
    Node.await(node.coherence.poll());

    Answer.Served served = (Answer.Served) node.read(TODAY);

    assertThat(served.origin()).isEqualTo(Answer.Origin.HIT);
    assertThat(served.condition().state()).isEqualTo(Condition.State.STALE);
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(20))
        .until(() -> node.judge.judge(node.index.find(TODAY).orElseThrow()).fresh());
  }

  @Test
  void aBuildWhoseFactsStoppedComingIsStaleAndLeftAsItIs() {
    node.refresh();
    node.probe.waitsForData(true);

    Answer.Served served = (Answer.Served) node.read(TODAY);

    assertThat(served.origin()).isEqualTo(Answer.Origin.HIT);
    assertThat(served.condition().state()).isEqualTo(Condition.State.STALE);
    assertThat(served.condition().reason()).isEqualTo(Reason.WAITING_FOR_DATA);
    assertThat(node.judge.due(served.build())).isFalse();
    assertThat(node.refresh(Scope.ALL, RunOptions.IF_STALE).outcomes()).isEmpty();
    assertThat(node.events.of(ViewEvent.RunEnded.class)).hasSize(2);
    node.probe.waitsForData(false);
    assertThat(((Answer.Served) node.read(TODAY)).condition().fresh()).isTrue();
  }

  @Test
  void thatABuildIsOldOutweighsThatItWaits() {
    node.refresh();
    node.probe.waitsForData(true);
    age(TODAY, "20 minutes");
    Node.await(node.coherence.poll());

    Answer.Served served = (Answer.Served) node.read(TODAY);

    assertThat(served.condition().reason()).isEqualTo(Reason.SOURCE_CHANGED);
  }

  @Test
  void aPublishOnOneNodeReachesTheOtherAtItsPoll() {
    Node other = new Node(database, Map.of("marquee.views.announce", "false"));
    node.refresh();

    Node.await(other.coherence.poll());

    assertThat(Node.body(other.read(TODAY))).isEqualTo(Node.body(node.read(TODAY)));
  }

  @Test
  void aTruncateEmptiesEveryMemory() {
    node.refresh();
    Node.execute(database, "truncate cached_api_views");

    Node.await(node.coherence.poll());

    assertThat(node.catalog.keys()).allSatisfy(key -> assertThat(node.index.find(key)).isEmpty());
  }

  @Test
  void withTheCacheSwitchedOffReadsAreComputedAndEqual() {
    node.refresh();
    Node live = new Node(database, Map.of("marquee.views.enabled", "false"));

    Answer.Served computed = (Answer.Served) live.read(TODAY);

    assertThat(computed.origin()).isEqualTo(Answer.Origin.BYPASS);
    assertThat(data(Node.body(computed))).isEqualTo(data(Node.body(node.read(TODAY))));
  }

  @Nested
  class WhenComputingFails {
    @BeforeEach
    void fail() {
      node.refresh();
      changeFacts();
      Node.execute(database, "insert into probe_trouble values ('today', 'fail', null)");
    }

    @Test
    void theOldBuildIsServedWithItsReason() {
      age(TODAY, "1 hour");
      Node.await(node.coherence.poll());

      Answer.Served served = (Answer.Served) node.read(TODAY);

      assertThat(served.condition().reason()).isEqualTo(Reason.BUILD_FAILED);
      assertThat(Node.body(served)).contains("fact 1\"");
    }

    @Test
    void aBuildBeyondEveryBoundIsNotServed() {
      age(TODAY, "25 hours");
      Node.await(node.coherence.poll());

      assertThat(node.read(TODAY)).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void theNextReadsDoNotTryAgainAtOnce() {
      age(TODAY, "1 hour");
      Node.await(node.coherence.poll());

      Collections.nCopies(5, TODAY).forEach(node::read);

      assertThat(node.events.of(ViewEvent.BuildFailed.class)).hasSize(1);
    }
  }

  private static String data(String body) {
    return body.substring(body.indexOf("\"data\""));
  }

  private void age(Key key, String by) {
    Node.execute(
        database,
        "update cached_api_views set checked_at = checked_at - interval '"
            + by
            + "', generation = "
            + "(select generation + 1 from view_generation) where cache_key = '"
            + key
            + "';"
            + "update view_generation set generation = generation + 1");
  }

  private void changeFacts() {
    Node.execute(
        database,
        "update probe_fact set name = 'renamed' where id = 1;"
            + "update source_version set version = version + 1, changed_at = clock_timestamp() where source = 'probe'");
  }
}
