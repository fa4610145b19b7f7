package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.FaultProxy;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader that loses the database between learning of a publish and reading what it brought. */
class DatabaseAwaySqlTest {
  private static final Key TODAY = ProbeFeature.key("today", "all");

  private TestDatabase database;
  private FaultProxy network;
  private Vertx vertx;
  private Node reader;

  @BeforeEach
  void learnOfAPublish() throws IOException {
    database = Node.database();
    network = FaultProxy.to(database.url().port());
    vertx = Vertx.vertx();
    Node publisher = new Node(database, Map.of());
    reader = new Node(pool(), new ManualClock(), Map.of());
    publisher.refresh();
    Node.await(reader.coherence.poll());
    assertThat(Node.body(reader.read(TODAY))).contains("fact 1\"");
    Node.execute(
        database,
        "update probe_fact set name = 'renamed' where id = 1;"
            + "update source_version set version = version + 1, changed_at = clock_timestamp()"
            + " where source = 'probe'");
    publisher.refresh();
    Node.await(reader.coherence.poll());
  }

  @AfterEach
  void stop() throws IOException {
    network.close();
    vertx.closeAndAwait();
    database.close();
  }

  @Test
  void aDatabaseThatIsAwayLeavesTheDocumentThatIsHeld() throws IOException {
    network.close();

    assertThatTheReplacedOneIsServed();
  }

  @Test
  void aDatabaseThatHangsLeavesTheDocumentThatIsHeld() {
    network.swallowAll();

    assertThatTheReplacedOneIsServed();
  }

  @Test
  void theNextReadBringsTheNewDocument() {
    Answer.Served served = (Answer.Served) reader.read(TODAY);

    assertThat(Node.body(served)).contains("renamed");
    assertThat(served.condition().fresh()).isTrue();
  }

  private void assertThatTheReplacedOneIsServed() {
    Answer.Served served = (Answer.Served) reader.read(TODAY);

    assertThat(Node.body(served)).contains("fact 1\"");
    assertThat(served.condition().state()).isEqualTo(Condition.State.STALE);
    assertThat(served.condition().reason()).isEqualTo(Reason.SOURCE_CHANGED);
    assertThat(served.build().generation())
        .isLessThan(reader.index.find(TODAY).orElseThrow().generation());
  }

  private Pool pool() {
    return PgBuilder.pool()
        .connectingTo(database.options().setHost("127.0.0.1").setPort(network.port()))
        .using(vertx)
        .build();
  }
}
