package app.marquee.testkit;

import app.marquee.db.DatabaseUrl;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a migrated database of its own on the test server. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.create();
    DatabaseUrl url = database.url();
    return Map.of(
        "marquee.admin-token", TestTokens.ADMIN,
        "marquee.ingest-token", TestTokens.INGEST,
        "quarkus.datasource.jdbc.url", url.jdbcUrl(),
        "quarkus.datasource.reactive.url", url.reactiveUrl(),
        "quarkus.datasource.username", url.user(),
        "quarkus.datasource.password", url.password());
  }

  // The application closes after its resources: a pool that is still open is no reason to fail.
  @Override
  public void stop() {
    database.close();
  }
}
