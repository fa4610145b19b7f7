package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.marquee.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetryingPoolSqlTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.create(DatabaseProfile.DISTRIBUTED);

  private final AtomicInteger attempts = new AtomicInteger();

  @BeforeEach
  void count() throws SQLException {
    execute(
        "create table if not exists counter (n int); truncate counter; insert into counter values (0)");
  }

  @Test
  void aTransactionThatLostIsRepeatedFromItsBeginning() {
    add(pool(), 2).await().atMost(PATIENCE);

    assertThat(attempts).hasValue(3);
    assertThat(n()).isEqualTo(102);
  }

  @Test
  void oneThatLosesAgainAndAgainFailsInTheEnd() {
    Uni<Void> hopeless = add(pool(), 1_000);

    assertThatThrownBy(() -> hopeless.await().atMost(PATIENCE))
        .isInstanceOf(PgException.class)
        .hasMessageContaining("40001");
    assertThat(attempts).hasValue(7);
  }

  @Test
  void otherFailuresAreNotRepeated() {
    Uni<Void> wrong =
        pool()
            .withTransaction(
                connection -> {
                  attempts.incrementAndGet();
                  return connection.query("nonsense").execute().replaceWithVoid();
                });

    assertThatThrownBy(() -> wrong.await().atMost(PATIENCE)).hasMessageContaining("42601");
    assertThat(attempts).hasValue(1);
  }

  private static Pool pool() {
    return DATABASE.pool();
  }

  /** Adds a hundred in one transaction, in whose way somebody else adds one, so many times. */
  private Uni<Void> add(Pool pool, int disturbances) {
    return pool.withTransaction(
        connection ->
            run(connection, "set transaction isolation level repeatable read")
                .chain(() -> run(connection, "table counter"))
                .invoke(() -> disturb(disturbances))
                .chain(() -> run(connection, "update counter set n = n + 100")));
  }

  private void disturb(int disturbances) {
    if (attempts.incrementAndGet() <= disturbances) {
      execute("update counter set n = n + 1");
    }
  }

  private static Uni<Void> run(SqlConnection connection, String statement) {
    return connection.query(statement).execute().replaceWithVoid();
  }

  private static int n() {
    return pool()
        .query("table counter")
        .execute()
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getInteger(0);
  }

  private static void execute(String statements) {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
