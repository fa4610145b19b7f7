package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.Answer.Origin;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that are built when they are read. */
class OnDemandSqlTest {
  private static final Key FIRST = ProbeFeature.DETAIL.key("today", "1");

  private TestDatabase database;
  private Node node;

  @BeforeEach
  void start() {
    database = Node.database();
    node = new Node(database, Map.of("marquee.views.on-demand-wait", "PT0.3S"));
    node.refresh();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theFirstReadBuildsItAndTheNextFindsIt() {
    Answer.Served first = served();
    Answer.Served second = served();

    assertThat(first.origin()).isEqualTo(Origin.MISS);
    assertThat(second.origin()).isEqualTo(Origin.HIT);
    assertThat(body(second)).contains("fact 1").isEqualTo(body(first));
    assertThat(second.build().sourceVersion()).isEqualTo(node.index.source("probe").current());
  }

  @Test
  void whileFactsDoNotComeItIsStaleButNotBuiltAnew() {
    served();
    node.probe.waitsForData(true);

    Answer.Served waiting = served();

    assertThat(waiting.origin()).isEqualTo(Origin.HIT);
    assertThat(waiting.condition().reason()).isEqualTo(Reason.WAITING_FOR_DATA);
  }

  @Test
  void twoHundredReadsBuildItOnce() {
    trouble("sleep", 0.3);

    List<Answer> answers =
        Node.await(
            Uni.join()
                .all(IntStream.range(0, 200).mapToObj(i -> node.server.read(FIRST)).toList())
                .andFailFast());

    assertThat(answers)
        .extracting(answer -> ((Answer.Served) answer).build().generatedAt())
        .containsOnly(served().build().generatedAt());
  }

  @Test
  void itIsNeitherStoredNorCounted() {
    served();

    assertThat(node.catalog.keys()).doesNotContain(FIRST);
    assertThat(node.catalog.findKey(FIRST.toString())).isEmpty();
    node.refresh();
    assertThat(node.index.find(FIRST)).isEmpty();
  }

  @Test
  void anIdOfNobodyIsUnknown() {
    assertThat(node.read(ProbeFeature.DETAIL.key("today", "4711")))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aReadOfNewerFactsWaitsForTheRefreshThatIsOnItsWay() {
    served();
    changeFacts();
    Node.await(node.coherence.poll());

    Uni<Answer> read = node.server.read(FIRST);
    List<Object> both =
        Node.await(
            Uni.join()
                .all(
                    read.map(Object.class::cast),
                    node.runs
                        .enqueue(Scope.ALL, Trigger.SOURCE_CHANGED, RunOptions.PLAIN)
                        .chain(() -> node.runs.executeNow(Scope.ALL))
                        .map(Object.class::cast))
                .andFailFast());

    Answer.Served answer = (Answer.Served) both.get(0);
    assertThat(body(answer)).contains("renamed");
    assertThat(answer.build().sourceVersion())
        .isEqualTo(node.index.find(ProbeFeature.key("today", "all")).orElseThrow().sourceVersion());
  }

  @Test
  void whileNoRefreshComesTheOldDocumentIsServedThatAgreesWithTheRankings() {
    Answer.Served before = served();
    changeFacts();
    Node.await(node.coherence.poll());

    Answer.Served after = served();

    assertThat(body(after)).isEqualTo(body(before));
    assertThat(after.build().sourceVersion()).isEqualTo(before.build().sourceVersion());
    assertThat(after.origin()).isEqualTo(Origin.HIT);
  }

  @Test
  void withoutAnOldDocumentNewerFactsAreServedAndSaySo() {
    changeFacts();
    Node.await(node.coherence.poll());

    Answer.Served answer = served();

    assertThat(body(answer)).contains("renamed");
    assertThat(answer.build().sourceVersion()).isEqualTo(node.index.source("probe").current());
  }

  @Test
  void afterAPublishOfNewerFactsTheOldDocumentIsBuiltAnew() {
    served();
    changeFacts();
    node.refresh();

    Answer.Served answer = served();

    assertThat(answer.origin()).isEqualTo(Origin.STALE);
    assertThat(body(answer)).contains("renamed");
  }

  @Test
  void theOldDocumentIsServedWhileBuildingFails() {
    served();
    trouble("fail", null);
    changeFacts();
    Node.await(node.coherence.poll());
    node.refresh();

    Answer.Served answer = served();

    assertThat(body(answer)).contains("fact 1");
    assertThat(answer.build().sourceVersion()).isLessThan(node.index.source("probe").current());
  }

  @Test
  void withTheCacheSwitchedOffItIsComputedAtEachRead() {
    Node live = new Node(database, Map.of("marquee.views.enabled", "false"));

    assertThat(((Answer.Served) live.read(FIRST)).origin()).isEqualTo(Origin.BYPASS);
    assertThat(((Answer.Served) live.read(FIRST)).origin()).isEqualTo(Origin.BYPASS);
  }

  private Answer.Served served() {
    return (Answer.Served) node.read(FIRST);
  }

  /** Without the envelope, which says when it was made. */
  private static String body(Answer.Served served) {
    String body = Node.body(served);
    return body.substring(body.indexOf("\"fact\""));
  }

  private void trouble(String kind, Double seconds) {
    Node.execute(
        database, "insert into probe_trouble values ('today', '" + kind + "', " + seconds + ")");
  }

  private void changeFacts() {
    Node.execute(
        database,
        "update probe_fact set name = 'renamed' where id = 1;"
            + "update source_version set version = version + 1, changed_at = clock_timestamp() where source = 'probe'");
  }
}
