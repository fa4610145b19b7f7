package app.marquee.views;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.marquee.db.Sql;
import app.marquee.testkit.EventReader;
import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another node does on the application's database, seen and ended through the application. */
@QuarkusTest
class SecondNodeHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Scope PROBE = new Scope(Scope.Kind.FEATURE, "probe");
  private static final RunOptions FORCED = new RunOptions(false, true, false);

  @Inject Pool pool;
  @Inject ManualClock clock;
  @Inject Coherence coherence;

  private Node other;

  @BeforeEach
  void startIt() {
    awaitQuiet();
    other = new Node(pool, clock, Map.of());
  }

  private static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + TestTokens.ADMIN);
  }

  private static void awaitQuiet() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                !admin()
                    .get("/api/admin/refreshes?limit=20")
                    .jsonPath()
                    .getList("refreshes.refresh_completed_at")
                    .contains(null));
  }

  @Test
  void aRunOfAnotherNodeIsWatchedAndCancelledHere() {
    SqlConnection connection = pool.getConnectionAndAwait();
    Transaction held = connection.beginAndAwait();
    Sql.of("probe/hold_facts.sql").on(connection, Map.of()).await().atMost(PATIENCE);
    try {
      long id = Node.await(other.runs.enqueue(PROBE, Trigger.REQUEST, FORCED)).id();
      CompletableFuture<Optional<RunReport>> run =
          other.runs.executeNow(PROBE).subscribeAsCompletionStage();
      String location = "/api/admin/refreshes/" + id;
      try (EventReader reader = EventReader.openAsAdmin(location + "/events")) {
        reader.awaitData("{\"status\":\"running\",\"done\":0,\"total\":4,");

        admin().delete(location).then().statusCode(202).body("status", equalTo("running"));
        Node.await(other.coherence.poll());

        assertThat(Node.await(Uni.createFrom().completionStage(run)).orElseThrow().status())
            .isEqualTo("cancelled");
        reader.awaitEnd();
        assertThat(reader.await(event -> event.name().equals("end")).data())
            .contains("\"cancelled\"");
      }
    } finally {
      held.rollbackAndAwait();
      connection.closeAndAwait();
    }
  }

  @Test
  void aPublishOfAnotherNodeIsToldOnceThisOneHasSeenIt() {
    assertThat(other.refresh(PROBE, FORCED).status()).isEqualTo("success");
    Node.await(coherence.poll());
    try (EventReader reader = EventReader.open("/api/events?feature=probe")) {
      long before = reader.await(event -> true).id();

      RunReport report = other.refresh(PROBE, FORCED);
      assertThat(report.generation()).isGreaterThan(before);
      Node.await(coherence.poll());

      EventReader.Event event = reader.await(later -> later.id() > before);
      assertThat(event.id()).isEqualTo(report.generation());
      assertThat(List.of(event.name(), event.data()))
          .containsExactly(
              "publish",
              "{\"feature\":\"probe\",\"generation\":%d,\"keys\":[],\"more\":0,\"confirmed\":4}"
                  .formatted(report.generation()));
    }
  }
}
