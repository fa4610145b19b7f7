package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds cleared on one node of two that share a database. */
class ClearingSqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");
  private static final Key WEEK = ProbeFeature.key("7days", "all");
  private static final Key DETAIL = ProbeFeature.DETAIL.key("today", "1");

  private TestDatabase database;
  private Node one;
  private Node two;

  @BeforeEach
  void start() {
    database = Node.database();
    one = new Node(database, Map.of("marquee.views.announce", "false"));
    two = new Node(database, Map.of("marquee.views.announce", "false"));
    one.refresh();
    poll();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void everyNodeForgetsThemAndTheNextReadComputes() {
    assertThat(clear(TODAY)).isEqualTo(1);
    poll();

    assertThat(one.index.find(TODAY)).isEmpty();
    assertThat(two.index.find(TODAY)).isEmpty();
    assertThat(two.index.find(WEEK)).isPresent();
    Answer.Served computed = (Answer.Served) two.read(TODAY);
    assertThat(computed.origin()).isEqualTo(Answer.Origin.MISS);
    assertThat(clear(TODAY)).isEqualTo(1);
    assertThat(clear(TODAY)).isZero();
  }

  @Test
  void theyAreForgottenEvenIfAsManyOthersWerePublishedMeanwhile() {
    clear(WEEK);
    poll();
    clear(TODAY);
    one.refresh(Scope.of(WEEK), RunOptions.PLAIN);

    poll();

    assertThat(two.index.find(TODAY)).isEmpty();
    assertThat(two.index.find(WEEK)).isPresent();
  }

  @Test
  void theyLeaveNothingInMemory() {
    Node.body(two.read(TODAY));
    Node.body(two.read(DETAIL));

    clear(TODAY);
    poll();

    assertThat(two.memory.bytes()).isZero();
  }

  private void poll() {
    Node.await(two.coherence.poll());
  }

  private long clear(Key key) {
    return Node.await(
        one.clearing.clear(List.of(key), (connection, count) -> Uni.createFrom().voidItem()));
  }
}
