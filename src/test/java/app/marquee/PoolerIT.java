package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PackagedCommand;
import app.marquee.testkit.PackagedService;
import app.marquee.testkit.PgBouncer;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes behind a PgBouncer in transaction mode, with fewer connections to the server than their
 * pools would hold.
 */
@Timeout(180)
class PoolerIT {
  private static final String TOKEN = "a-token-for-both-nodes";
  private static final String KEY = "park_downtime_today_all-parks";
  private static final String EVERYTHING = "{\"scope\":\"all\",\"force\":true}";
  private static final int CONNECTIONS = 12;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private TestDatabase database;
  private PgBouncer pooler;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws SQLException {
    assumeTrue(PgBouncer.installed(), "Debian's package pgbouncer is not installed");
    database = TestDatabase.createEmpty();
    // As docs/growing.md tells: what Flyway sets, and the pooler keeps, is then what holds anyway.
    execute("alter database " + database.url().database() + " set search_path = public");
    pooler = PgBouncer.before(database.url(), folder.resolve("pooler"), CONNECTIONS);
    environment =
        Map.of(
            "MARQUEE_DATABASE_URL",
            pooler.url().withPassword(),
            "MARQUEE_DATABASE_PROFILE",
            "pooler",
            "MARQUEE_SESSION_KEY",
            "the-same-for-both-nodes",
            "MARQUEE_ADMIN_TOKEN",
            TOKEN);
  }

  @AfterEach
  void stop() {
    if (pooler != null) {
      pooler.close();
      database.close();
    }
  }

  @Test
  void twoNodesMigrateRefreshServeAndLeaveNothingBehind() throws Exception {
    try (PackagedService one = PackagedService.start(folder, environment);
        PackagedService two = PackagedService.start(folder, environment)) {
      within(30).until(() -> one.get("/q/health/ready", null).statusCode() == 200);
      within(30).until(() -> two.get("/q/health/ready", null).statusCode() == 200);

      // More refreshes than a driver needs to begin preparing statements by name.
      for (int i = 0; i < 6; i++) {
        long run = refresh(i % 2 == 0 ? one : two);
        within(30).until(() -> status(one, run).equals("success"));
      }
      long published = generation(one);
      within(3).until(() -> generation(two) >= published);
      assertThat(two.get("/api/views/" + KEY, null).body())
          .isEqualTo(one.get("/api/views/" + KEY, null).body());

      PackagedCommand verify = PackagedCommand.run(folder, environment, "verify");
      assertThat(verify.out()).endsWith(" 0 differ, 0 outdated, 0 missing, 0 failed\n");

      assertThat(one.output()).noneMatch(line -> line.contains("ERROR"));
      assertThat(two.output()).noneMatch(line -> line.contains("ERROR"));
      assertThat(ofThisDatabase("count(*) <= " + CONNECTIONS, "pg_stat_activity", "true"))
          .containsExactly("t");
      assertThat(ofThisDatabase("query", "pg_stat_activity", "query ilike 'listen%'")).isEmpty();
      assertNoSessionState();
    }
  }

  /** On every connection the pooler holds, of which idle clients get one after the other. */
  private void assertNoSessionState() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(
              all(
                  connection,
                  "select l.pid from pg_locks l join pg_database d on d.oid = l.database"
                      + " where l.locktype = 'advisory' and d.datname = current_database()"))
          .isEmpty();
    }
    List<Connection> held = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS / 2; i++) {
        Connection connection = throughPooler();
        held.add(connection);
        connection.setAutoCommit(false);
        assertThat(
                all(
                    connection,
                    "select name || ' = ' || setting from pg_settings where source = 'session' and setting is distinct from reset_val and name not in"
                        + " ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings', 'transaction_isolation',"
                        + " 'transaction_read_only', 'transaction_deferrable')"
                        + " union all select 'prepared ' || name from pg_prepared_statements"
                        + " union all select 'listening ' || c from pg_listening_channels() c"))
            .isEmpty();
      }
    } finally {
      for (Connection connection : held) {
        connection.close();
      }
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.connect();
        Statement on = connection.createStatement()) {
      on.execute(statement);
    }
  }

  private Connection throughPooler() throws SQLException {
    return DriverManager.getConnection(
        pooler.url().jdbcUrl() + "?prepareThreshold=0",
        pooler.url().user(),
        pooler.url().password());
  }

  private List<String> ofThisDatabase(String what, String view, String condition)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return all(
          connection,
          "select %s from %s where datname = current_database() and pid <> pg_backend_pid() and %s"
              .formatted(what, view, condition));
    }
  }

  private static List<String> all(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  private static long refresh(PackagedService node) throws IOException {
    return JSON.readTree(node.post("/api/admin/refresh", TOKEN, EVERYTHING).body())
        .path("id")
        .asLong();
  }

  private static String status(PackagedService node, long run) throws IOException {
    return JSON.readTree(node.get("/api/admin/refreshes/" + run, TOKEN).body())
        .path("status")
        .asText();
  }

  private static long generation(PackagedService node) throws IOException {
    return node.get("/api/views/" + KEY, null)
        .headers()
        .firstValueAsLong("X-Cache-Generation")
        .orElse(0);
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
