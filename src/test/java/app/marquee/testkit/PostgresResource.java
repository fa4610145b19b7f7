package app.marquee.testkit;

import app.marquee.db.DatabaseUrl;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Gives the application under test a migrated database of its own on the test server. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private TestDatabase database;

  @Override
  public Map<String, String> start() {
    database = TestDatabase.create();
    DatabaseUrl url = database.url();
    Map<String, String> settings = new HashMap<>(database.reachedBy().settings(url));
    settings.put("marquee.admin-token", TestTokens.ADMIN);
    settings.put("marquee.ingest-token", TestTokens.INGEST);
    return settings;
  }

  // The application closes after its resources: a pool that is still open is no reason to fail.
  @Override
  public void stop() {
    database.close();
  }
}
