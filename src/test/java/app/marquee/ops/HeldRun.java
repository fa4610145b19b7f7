package app.marquee.ops;

import static io.restassured.RestAssured.given;

import app.marquee.db.Sql;
import app.marquee.testkit.TestTokens;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A run whose builds of the probe wait while this is open. */
final class HeldRun implements AutoCloseable {
  static final String PROBE = "{\"scope\":\"feature\",\"name\":\"probe\",\"force\":true}";
  static final String ALL = "{\"scope\":\"all\",\"force\":true}";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int STATEMENTS = 2;

  private final Pool pool;
  private final SqlConnection connection;
  private final Transaction transaction;
  final String location;
  private boolean held = true;

  private HeldRun(Pool pool, String body) {
    this.pool = pool;
    awaitQuiet();
    connection = pool.getConnectionAndAwait();
    transaction = connection.beginAndAwait();
    Sql.of("probe/hold_facts.sql").on(connection, Map.of()).await().atMost(PATIENCE);
    location = ask(body);
    Awaitility.await().atMost(PATIENCE).until(() -> waiting() == STATEMENTS);
  }

  static HeldRun begin(Pool pool, String body) {
    return new HeldRun(pool, body);
  }

  /** The run asked for behind it: it asks for more, so that it cannot join. */
  String queueAnother() {
    return ask(PROBE.replace("}", ",\"accept\":true}"));
  }

  long waiting() {
    return Sql.of("probe/waiting.sql")
        .on(pool, Map.of())
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong("builds");
  }

  void letGo() {
    if (held) {
      held = false;
      transaction.rollbackAndAwait();
      connection.closeAndAwait();
    }
  }

  @Override
  public void close() {
    letGo();
    awaitQuiet();
  }

  static String ask(String body) {
    return admin()
        .contentType("application/json")
        .body(body)
        .post("/api/admin/refresh")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  static RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + TestTokens.ADMIN);
  }

  static String awaitEnd(String location) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> admin().get(location).<String>path("status"),
            status -> !List.of("queued", "running").contains(status));
  }

  static void awaitQuiet() {
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
}
