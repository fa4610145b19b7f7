package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import app.marquee.views.Condition.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that come and go with what users save. */
class ProfiledSqlTest {
  private TestDatabase database;
  private Node node;

  @BeforeEach
  void start() {
    ProbeFeature.PROFILES.put("plain", 1);
    ProbeFeature.PROFILES.put("bold", 3);
    database = Node.database();
    node = new Node(database, Map.of());
    node.refresh();
  }

  @AfterEach
  void stop() {
    ProbeFeature.PROFILES.clear();
    database.close();
  }

  @Test
  void everyProfileHasItsKey() {
    assertThat(node.catalog.findKey("probe_profiled_today_bold")).isPresent();
    assertThat(body("bold")).contains("21");
    assertThat(body("plain")).contains("7");
  }

  @Test
  void anEditMakesExactlyItsKeysStale() {
    ProbeFeature.PROFILES.put("bold", 4);

    assertThat(state("bold")).isEqualTo(State.STALE);
    assertThat(state("plain")).isEqualTo(State.FRESH);
    RunReport report = node.refresh(Scope.of(key("bold")), RunOptions.IF_STALE);
    assertThat(report.outcomes()).containsOnlyKeys(key("bold"));
    assertThat(body("bold")).contains("28");
  }

  @Test
  void aProfileThatComesIsMissingUntilItIsBuilt() {
    ProbeFeature.PROFILES.put("new", 5);

    assertThat(node.catalog.keys()).contains(key("new"));
    assertThat(node.index.find(key("new"))).isEmpty();
    node.refresh(Scope.of(key("new")), RunOptions.PLAIN);
    assertThat(body("new")).contains("35");
  }

  @Test
  void aBuildPublishedBeforeThisNodeKnewItsProfileIsFoundAfterwards() {
    ProbeFeature.PROFILES.put("early", 6);
    node.refresh(Scope.of(key("early")), RunOptions.PLAIN);
    Node other = withoutKnowing("early");
    assertThat(other.catalog.findKey("probe_profiled_today_early")).isEmpty();

    ProbeFeature.PROFILES.put("early", 6);
    Node.await(other.coherence.poll());

    assertThat(other.index.find(key("early"))).isPresent();
  }

  @Test
  void aDeletedProfileIsForgottenWithItsRow() {
    Node.execute(
        database, "delete from cached_api_views where cache_key = 'probe_profiled_today_bold'");
    Key gone = key("bold");
    ProbeFeature.PROFILES.remove("bold");

    Node.await(node.coherence.poll());

    assertThat(node.catalog.keys()).doesNotContain(gone);
    assertThat(node.index.find(gone)).isEmpty();
  }

  @Test
  void weightsEditedDuringABuildLeaveItStale() {
    publishAfter(() -> ProbeFeature.PROFILES.put("bold", 9));

    assertThat(body("bold")).contains("21");
    assertThat(state("bold")).isEqualTo(State.STALE);
  }

  @Test
  void aProfileDeletedDuringABuildDoesNotComeBack() {
    Node.execute(
        database, "delete from cached_api_views where cache_key = 'probe_profiled_today_bold'");
    publishAfter(() -> ProbeFeature.PROFILES.remove("bold"));

    ProbeFeature.PROFILES.put("bold", 3);
    Node.await(node.coherence.poll());
    assertThat(node.index.find(key("bold"))).isEmpty();
  }

  /** A build of the bold one, and what happens before its publish. */
  private void publishAfter(Runnable event) {
    Key key = key("bold");
    Scope scope = Scope.of(key);
    Node.await(node.runs.enqueue(scope, Trigger.REQUEST, RunOptions.PLAIN));
    Claim claim = Node.await(node.log.claim(scope)).orElseThrow();
    Node.await(
        node.snapshots.forBuilds(
            node.catalog.feature(key),
            (snapshot, connection) ->
                node.builder
                    .buildAll(snapshot, connection, List.of(key), new Cancellation(), built -> {})
                    .invoke(event)
                    .chain(built -> node.publisher.publish(claim, snapshot, built, List.of()))));
    Node.await(node.coherence.poll());
  }

  private Node withoutKnowing(String profile) {
    ProbeFeature.PROFILES.remove(profile);
    return new Node(database, Map.of());
  }

  private State state(String profile) {
    return node.judge.judge(node.index.find(key(profile)).orElseThrow()).state();
  }

  private String body(String profile) {
    return Node.body(node.read(key(profile)));
  }

  private static Key key(String profile) {
    return new Key("probe_profiled", "today", profile);
  }
}
