package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.marquee.testkit.FaultProxy;
import app.marquee.testkit.TestDatabase;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class ConnectionPoolSqlTest {
  private static final ConnectionsConfig CONFIG = () -> Duration.ofSeconds(1);

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  private final Vertx vertx = Vertx.vertx();
  private FaultProxy network;
  private Pool pool;

  /** What Quarkus gives to whoever makes its pool. */
  private record Given(
      Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
      implements PgPoolCreator.Input {}

  @BeforeEach
  void connect() throws Exception {
    network = FaultProxy.to(database.url().port());
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(network.port())
            .setDatabase(database.url().database())
            .setUser(database.url().user())
            .setPassword(database.url().password());
    pool =
        new ConnectionPool(CONFIG)
            .create(new Given(vertx, new PoolOptions().setMaxSize(1), List.of(options)));
  }

  @AfterEach
  void disconnect() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    network.close();
  }

  @Test
  void whatWaitsOnASilentConnectionFailsAndTheNextGetsAnotherOne() {
    assertThat(number("select 1")).isEqualTo(1);
    network.swallowAll();

    Throwable failure = catchThrowable(() -> number("select 2"));

    assertThat(failure).isInstanceOf(CompletionException.class);
    assertThat(DatabaseFailure.is(failure.getCause())).isTrue();
    assertThat(number("select 3")).isEqualTo(3);
  }

  @Test
  void aConnectionNobodyUsesIsReplacedUnnoticed() {
    assertThat(number("select 1")).isEqualTo(1);
    network.swallowAll();
    vertx
        .timer(1500, java.util.concurrent.TimeUnit.MILLISECONDS)
        .toCompletionStage()
        .toCompletableFuture()
        .join();

    assertThat(number("select 2")).isEqualTo(2);
  }

  private int number(String query) {
    return pool.query(query)
        .execute()
        .map(rows -> rows.iterator().next().getInteger(0))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
