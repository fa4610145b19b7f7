package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is paused on one node of two that share a database. */
class PauseSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");
  private static final Key WEEK = ProbeFeature.key("7days", "all");
  private static final Key DETAIL = ProbeFeature.DETAIL.key("today", "1");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Function<SqlConnection, Uni<Void>> NOTHING =
      connection -> Uni.createFrom().voidItem();

  private TestDatabase database;
  private Node one;
  private Node two;

  @BeforeEach
  void start() {
    database = Node.database();
    one = node();
    two = node();
    one.refresh();
    poll();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private Node node() {
    return new Node(
        database,
        Map.of("marquee.views.announce", "false", "marquee.views.on-demand-wait", "PT0.3S"));
  }

  private void poll() {
    Node.await(two.coherence.poll());
  }

  private void pause(Key key) {
    Node.await(one.pauses.pause(key, "its feed is wrong", "Ada", NOTHING));
    poll();
  }

  private void pauseRefreshing() {
    Node.await(one.pauses.pauseRefreshing("night", "Ada", NOTHING));
    poll();
  }

  private void age(String age) {
    Node.execute(
        database,
        "update cached_api_views set checked_at = checked_at - interval '"
            + age
            + "', generation = (select generation + 1 from view_generation);"
            + "update view_generation set generation = generation + 1");
    Node.await(one.coherence.poll());
    poll();
  }

  private void changeFacts() {
    Node.execute(
        database,
        "update probe_fact set name = 'renamed' where id = 1; update source_version set version ="
            + " version + 1, changed_at = clock_timestamp() where source = 'probe'");
    Node.await(one.coherence.poll());
    poll();
  }

  private static Answer.Served served(Node node, Key key) {
    return (Answer.Served) node.read(key);
  }

  private static long generation(Node node, Key key) {
    return node.index.find(key).orElseThrow().generation();
  }

  @Nested
  class AKey {
    @Test
    void isLeftOutByTheRunsOfEveryNode() {
      pause(TODAY);
      changeFacts();
      long before = generation(two, TODAY);

      RunReport report = two.refresh();
      Node.await(one.coherence.poll());

      assertThat(report.outcomes()).containsKey(WEEK).doesNotContainKey(TODAY);
      assertThat(generation(two, TODAY)).isEqualTo(before);
      assertThat(one.refresh(Scope.of(TODAY), new RunOptions(false, true, false)).outcomes())
          .isEmpty();
    }

    @Test
    void tellsEveryNodeWhoPausedItAndWhy() {
      pause(TODAY);

      Pause told = two.pauses.of(TODAY).orElseThrow();

      assertThat(told.by()).isEqualTo("Ada");
      assertThat(told.reason()).isEqualTo("its feed is wrong");
      assertThat(told).isEqualTo(one.pauses.of(TODAY).orElseThrow());
      assertThat(two.pauses.of(WEEK)).isEmpty();
      assertThat(node().pauses.of(TODAY)).as("after a restart").contains(told);
    }

    @Test
    void isServedOldWithItsReasonWhateverItsAge() {
      pause(TODAY);
      for (String age : new String[] {"20 minutes", "1 hour", "3 days"}) {
        age(age);

        Answer.Served answer = served(two, TODAY);

        assertThat(answer.condition().reason()).as(age).isEqualTo(Reason.PAUSED);
        assertThat(answer.origin()).as(age).isEqualTo(Answer.Origin.HIT);
      }
      assertThat(two.events.of(ViewEvent.RunStarted.class)).isEmpty();
    }

    @Test
    void thatHasNoBuildIsMissing() {
      pause(TODAY);
      clear(TODAY);

      assertThat(two.read(TODAY)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void isRefreshedAsSoonAsItIsResumed() {
      pause(TODAY);
      changeFacts();
      long paused = generation(one, TODAY);

      Node.await(two.pauses.resume(TODAY, "Grace", NOTHING));

      assertThat(two.pauses.of(TODAY)).isEmpty();
      Awaitility.await().atMost(PATIENCE).until(() -> generation(two, TODAY) > paused);
      assertThat(Node.body(two.read(TODAY))).contains("renamed");
    }

    @Test
    void keepsWhatWentWrongWithItWhileItIsPaused() {
      Node.execute(database, "insert into probe_trouble values ('today', 'fail', 0)");
      one.refresh(Scope.of(TODAY), new RunOptions(false, true, false));
      pause(TODAY);

      assertThat(two.index.state(TODAY).reason()).isEqualTo(Reason.BUILD_FAILED);
      Node.await(one.pauses.resume(TODAY, "Ada", NOTHING));
      assertThat(one.index.state(TODAY).reason()).isEqualTo(Reason.BUILD_FAILED);
    }
  }

  @Nested
  class Everything {
    @Test
    void noRunBeginsOnAnyNodeBeforeItIsResumed() {
      pauseRefreshing();
      Node.await(two.runs.enqueue(Scope.ALL, Trigger.SCHEDULE, RunOptions.PLAIN));

      assertThat(Node.await(two.runs.executeNow(Scope.ALL))).isEmpty();
      assertThat(Node.await(one.runs.executeNow(Scope.ALL))).isEmpty();

      Node.await(one.pauses.resumeRefreshing("Ada", NOTHING));
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> one.events.of(ViewEvent.RunEnded.class).size() == 2);
    }

    @Test
    void aNodeThatHasNotHeardOfItStartsNothingEither() {
      Node.await(one.pauses.pauseRefreshing(null, "Ada", NOTHING));
      Node.await(two.runs.enqueue(Scope.ALL, Trigger.SCHEDULE, RunOptions.PLAIN));

      assertThat(two.index.refreshingPause()).isEmpty();
      assertThat(Node.await(two.runs.executeNow(Scope.ALL))).isEmpty();
    }

    @Test
    void aRunThatHasBegunEndsAndPublishes() {
      changeFacts();
      Node.await(two.runs.enqueue(Scope.ALL, Trigger.REQUEST, RunOptions.PLAIN));
      Claim running = Node.await(two.log.claim(Scope.ALL)).orElseThrow();
      pauseRefreshing();

      RunReport report = Node.await(two.refresher.execute(running));

      assertThat(report.status()).isEqualTo("success");
      assertThat(Node.body(two.read(TODAY))).contains("renamed");
    }

    @Test
    void neitherScheduleNorFactsNorReadsStartAnything() {
      pauseRefreshing();
      changeFacts();
      age("1 hour");
      two.clock.tick(Duration.ofDays(1));

      Node.await(two.triggers.pulse());
      Node.await(two.triggers.refreshDueFeatures());
      Node.await(two.triggers.refreshStale());
      two.triggers.onSourceChanged(new SourceChanged("probe"));
      Answer.Served read = served(two, TODAY);

      assertThat(read.condition().reason()).isEqualTo(Reason.PAUSED);
      assertThat(read.origin()).isEqualTo(Answer.Origin.HIT);
      assertThat(two.triggers.nextScheduled()).isNull();
      poll();
      assertThat(two.index.openRuns()).isEmpty();
      assertThat(two.events.of(ViewEvent.RunStarted.class)).isEmpty();
    }

    @Test
    void aDocumentThatWasReadBeforeIsServedAsItWas() {
      String before = Node.body(two.read(DETAIL));
      pauseRefreshing();
      changeFacts();

      Answer.Served read = served(two, DETAIL);

      assertThat(read.origin()).isEqualTo(Answer.Origin.HIT);
      assertThat(Node.body(read)).isEqualTo(before);
    }

    @Test
    void whatHasNoBuildIsMissing() {
      pauseRefreshing();
      clear(TODAY);

      assertThat(two.read(TODAY)).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void itOutlivesARestartAndIsResumedByAnyNode() {
      pauseRefreshing();
      Node restarted = node();
      assertThat(restarted.pauses.ofRefreshing()).isEqualTo(one.pauses.ofRefreshing());
      assertThat(restarted.pauses.ofRefreshing().orElseThrow().by()).isEqualTo("Ada");

      Node.await(restarted.pauses.resumeRefreshing("Grace", NOTHING));
      poll();

      assertThat(two.pauses.ofRefreshing()).isEmpty();
    }

    @Test
    void afterItIsResumedWhatHasGoneStaleIsRefreshed() {
      pauseRefreshing();
      changeFacts();

      Node.await(one.pauses.resumeRefreshing("Ada", NOTHING));

      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> Node.body(one.read(TODAY)).contains("renamed"));
    }
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private long clear(Key key) {
    long cleared = Node.await(one.clearing.clear(List.of(key), (connection, count) -> nothing()));
    poll();
    return cleared;
  }
}
