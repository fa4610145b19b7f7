package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedService;
import app.marquee.testkit.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one database. A lock on the table that every parks view reads holds their runs
 * for as long as a test needs, so nothing here depends on who is quick.
 */
@Timeout(240)
class NodesIT {
  private static final String TOKEN = "a-token-for-both-nodes";
  private static final String KEY = "park_downtime_today_all-parks";
  private static final String EVERYTHING = "{\"scope\":\"all\",\"force\":true}";

  /** Of one feature, so that one snapshot is all a run has to have. */
  private static final String PARKS = "{\"scope\":\"feature\",\"name\":\"parks\",\"force\":true}";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private TestDatabase database;
  private Map<String, String> environment;
  private PackagedService one;
  private PackagedService two;

  @BeforeEach
  void start() {
    database = TestDatabase.createEmpty();
    environment =
        Map.of(
            "MARQUEE_DATABASE_URL",
            database.url().withPassword(),
            "MARQUEE_ADMIN_TOKEN",
            TOKEN,
            "MARQUEE_VIEWS_ANNOUNCE",
            "false",
            "MARQUEE_VIEWS_LEASE_TTL",
            "PT6S");
    one = PackagedService.start(folder, environment);
    two = PackagedService.start(folder, environment);
    within(30).until(() -> one.get("/q/health/ready", null).statusCode() == 200);
    within(30).until(() -> two.get("/q/health/ready", null).statusCode() == 200);
  }

  @AfterEach
  void stop() throws InterruptedException {
    one.close();
    two.close();
    database.close();
  }

  @Test
  void requestsForAScopeGetTheRunningRunOrTheOneQueuedBehindIt() throws Exception {
    try (Connection lock = holdRuns()) {
      long running = refresh(one, PARKS);
      awaitStatus(running, "running");
      awaitSnapshot(running);

      assertThat(refresh(two, PARKS)).isEqualTo(running);

      execute(
          "insert into source_version (source, version) values ('parks', 1)"
              + " on conflict (source) do update set version = source_version.version + 1");
      long queued = refresh(two, PARKS);
      assertThat(queued).isGreaterThan(running);
      assertThat(refresh(one, PARKS)).isEqualTo(queued);

      lock.rollback();
      awaitStatus(running, "success");
      awaitStatus(queued, "success");
      assertThat(
              number(
                  "select count(*) from cache_refresh_log a join cache_refresh_log b on a.log_id < b.log_id and a.scope = b.scope"
                      + " and b.refresh_started_at < a.refresh_completed_at and b.status <> 'queued' and a.log_id = "
                      + running))
          .as("runs of the scope that overlap")
          .isZero();
    }
  }

  @Test
  void aNodeKilledInARunIsReplacedWithinAMinute() throws Exception {
    long killed;
    try (Connection lock = holdRuns()) {
      killed = refresh(one);
      awaitStatus(killed, "running");
      one.kill();
      lock.rollback();
    }

    within(60)
        .until(
            () ->
                number(
                        "select count(*) from cache_refresh_log where status = 'success' and log_id > "
                            + killed)
                    > 0);

    assertThat(run(killed).path("status").asText()).isEqualTo("abandoned");
  }

  @Test
  void aNodeStoppedPastItsLeaseAndContinuedPublishesNothing() throws Exception {
    long stopped;
    try (Connection lock = holdRuns()) {
      stopped = refresh(one);
      awaitStatus(stopped, "running");
      one.signal("STOP");
      two.awaitLine(Pattern.compile("refresh run " + stopped + " of all has no living holder"));
      lock.rollback();
    }
    within(60)
        .until(
            () ->
                number(
                        "select count(*) from cache_refresh_log where status = 'success' and log_id > "
                            + stopped)
                    > 0);
    long generation = number("select max(generation) from cached_api_views");

    one.signal("CONT");

    // Stopped inside a publish, it finds that the database has ended the transaction.
    one.awaitLine(
        Pattern.compile(
            "refresh run " + stopped + " of all (lost its lease and publishes nothing|broke off)"));
    assertThat(
            number(
                "select count(*) from cached_api_views where generation > "
                    + generation
                    + " and generation in (select generation from cache_refresh_log where log_id = "
                    + stopped
                    + ")"))
        .isZero();
    assertThat(run(stopped).path("status").asText()).isEqualTo("abandoned");
  }

  @Test
  void aPublishOnOneNodeIsVisibleOnTheOtherWithinThreeSecondsWithoutNotify() throws Exception {
    long before = generationSeenBy(two);
    long run = refresh(one);
    awaitStatus(run, "success");

    within(3).until(() -> generationSeenBy(two) > before);

    assertThat(two.get("/api/views/" + KEY, null).body())
        .isEqualTo(one.get("/api/views/" + KEY, null).body());
  }

  @Test
  void aPauseHoldsOnTheOtherNodeAndOverItsRestart() throws Exception {
    pauseRefreshing(one, true);
    within(3).until(() -> isPaused(two));
    assertThat(two.post("/api/admin/refresh", TOKEN, EVERYTHING).statusCode()).isEqualTo(409);

    two.close();
    two = PackagedService.start(folder, environment);

    within(30).until(() -> two.get("/q/health/ready", null).statusCode() == 200);
    assertThat(isPaused(two)).isTrue();
    assertThat(two.post("/api/admin/refresh", TOKEN, EVERYTHING).statusCode()).isEqualTo(409);
    pauseRefreshing(two, false);
    within(3).until(() -> !isPaused(one));
    awaitStatus(refresh(one), "success");
  }

  private static void pauseRefreshing(PackagedService node, boolean paused) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"paused\":" + paused + "}"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TOKEN);
    assertThat(node.send(request, "/api/admin/refreshing").statusCode()).isEqualTo(200);
  }

  private static boolean isPaused(PackagedService node) throws IOException {
    return JSON.readTree(node.get("/api/admin/cache-status?detail=false", TOKEN).body())
        .at("/refreshing/paused")
        .asBoolean();
  }

  private static long generationSeenBy(PackagedService node) throws IOException {
    return node.get("/api/views/" + KEY, null)
        .headers()
        .firstValueAsLong("X-Cache-Generation")
        .orElse(0);
  }

  /**
   * Until it is rolled back or closed, no statement of the parks' views gets further than its first
   * table.
   */
  private Connection holdRuns() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table park in access exclusive mode");
    }
    return connection;
  }

  private static long refresh(PackagedService node) throws IOException {
    return refresh(node, EVERYTHING);
  }

  private static long refresh(PackagedService node, String what) throws IOException {
    return JSON.readTree(node.post("/api/admin/refresh", TOKEN, what).body()).path("id").asLong();
  }

  private void awaitStatus(long run, String status) {
    within(30).until(() -> run(run).path("status").asText().equals(status));
  }

  private void awaitSnapshot(long run) {
    within(30)
        .until(
            () ->
                number(
                        "select count(*) from cache_refresh_snapshot where source = 'parks' and log_id = "
                            + run)
                    > 0);
  }

  private JsonNode run(long id) {
    try {
      return JSON.readTree(two.get("/api/admin/refreshes/" + id, TOKEN).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long number(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String command) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
