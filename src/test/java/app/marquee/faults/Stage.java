package app.marquee.faults;

import app.marquee.db.DatabaseUrl;
import app.marquee.testkit.PostgresCluster;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Nodes on one PostgreSQL 15, each of them warm: it holds every document in memory. */
final class Stage implements AutoCloseable {
  static final String KEY = "park_downtime_today_all-parks";
  static final String EVERYTHING = "{\"scope\":\"all\",\"force\":true}";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int START_SECONDS = 120;

  private final Path folder;
  private final PostgresCluster database;
  private final World world;
  private final List<Node> nodes = new ArrayList<>();
  private final Load.Counters counters = new Load.Counters();
  private List<String> paths = List.of();

  Stage(Path folder, PostgresCluster database) {
    this.folder = folder;
    this.database = database;
    this.world = new World(database);
  }

  /** One more node, straight at the database. */
  Node add(Map<String, String> settings) {
    return add(database.port(), settings);
  }

  /** One more node, at the database or what stands before it. */
  Node add(int databasePort, Map<String, String> settings) {
    int number = nodes.size() + 1;
    DatabaseUrl direct = database.url();
    DatabaseUrl url =
        new DatabaseUrl(
            direct.host(),
            databasePort,
            direct.database(),
            direct.user(),
            direct.password(),
            Map.of("application_name", "node-" + number));
    Map<String, String> environment = new HashMap<>();
    environment.put("MARQUEE_DATABASE_URL", url.withPassword());
    environment.put("MARQUEE_ADMIN_TOKEN", Load.ADMIN);
    environment.put("MARQUEE_VIEWS_LEASE_TTL", "PT6S");
    environment.putAll(settings);
    Node node = new Node(number, folder, environment);
    nodes.add(node);
    return node;
  }

  /** Starts all nodes, gives them something to do, and reads every document from each. */
  void open() {
    Node first = nodes.get(0);
    first.start();
    awaitReady(first);
    world.fill();
    nodes.stream().skip(1).forEach(Node::start);
    nodes.forEach(Stage::awaitReady);
    awaitCommonPublish();
    paths = readablePaths(first);
    nodes.forEach(this::warm);
    nodes.forEach(Node::expectAnswers);
  }

  Node node(int number) {
    return nodes.get(number - 1);
  }

  List<Node> nodes() {
    return nodes;
  }

  List<String> paths() {
    return paths;
  }

  PostgresCluster database() {
    return database;
  }

  World world() {
    return world;
  }

  Trial begin(String fault) {
    return new Trial(this, fault, counters);
  }

  /** Started again, and as warm as the others. */
  void startAgain(Node node) {
    node.start();
    awaitReady(node);
    warm(node);
    node.expectAnswers();
  }

  static void awaitReady(Node node) {
    within(START_SECONDS).until(() -> status(node, "/q/health/ready") == 200);
  }

  /** A run begun from now on is published, and every node shows what it published. */
  void awaitCommonPublish() {
    within(START_SECONDS)
        .until(
            () -> {
              long run = refresh(nodes.get(0));
              return run > 0 && awaitEnd(run).equals("success");
            });
    long generation = publishedGeneration();
    nodes.forEach(node -> within(START_SECONDS).until(() -> generation(node) >= generation));
  }

  long publishedGeneration() {
    return world.number("select generation from cached_api_views where cache_key = '" + KEY + "'");
  }

  boolean databaseAnswers() {
    try (Connection connection = database.connect()) {
      return connection.isValid(START_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The id of the run, or 0 if the request was not taken. */
  static long refresh(Node node) {
    try {
      return JSON.readTree(node.service().post("/api/admin/refresh", Load.ADMIN, EVERYTHING).body())
          .path("id")
          .asLong();
    } catch (IOException e) {
      return 0;
    }
  }

  String awaitEnd(long run) {
    String status = "select status from cache_refresh_log where log_id = " + run;
    within(START_SECONDS).until(() -> !List.of("queued", "running").contains(database.ask(status)));
    return database.ask(status);
  }

  /**
   * Until it is rolled back or closed, no run gets past the predictions, and nobody but runs
   * notices.
   */
  Connection holdRuns() throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table movie in access exclusive mode");
    }
    return connection;
  }

  /** The node whose run waits for {@link #holdRuns}. */
  Node awaitHeldNode() {
    String held =
        "select coalesce(min(a.application_name), '') from pg_stat_activity a join pg_locks l using"
            + " (pid) where not l.granted and l.relation = cast('movie' as regclass)"
            + " and a.application_name like 'node-%'";
    within(START_SECONDS).until(() -> !database.ask(held).isEmpty());
    return node(Integer.parseInt(database.ask(held).substring("node-".length())));
  }

  static long generation(Node node) {
    return node.get("/api/views/" + KEY)
        .join()
        .headers()
        .firstValueAsLong("X-Cache-Generation")
        .orElse(0);
  }

  static int status(Node node, String path) {
    return node.get(path).thenApply(HttpResponse::statusCode).exceptionally(failure -> 0).join();
  }

  /** Every document as this node gives it now; those it does not give are left out. */
  Map<String, HttpResponse<String>> readAll(Node node) {
    Map<String, CompletableFuture<HttpResponse<String>>> asked =
        paths.stream().collect(Collectors.toMap(path -> path, node::get));
    Map<String, HttpResponse<String>> answers = new HashMap<>();
    asked.forEach(
        (path, answer) -> {
          if (answer.exceptionally(failure -> null).join() != null) {
            answers.put(path, answer.join());
          }
        });
    return answers;
  }

  private void warm(Node node) {
    within(START_SECONDS)
        .until(
            () ->
                readAll(node).values().stream().filter(a -> a.statusCode() == 200).count()
                    == paths.size());
  }

  private static List<String> readablePaths(Node node) {
    try {
      List<String> paths = new ArrayList<>();
      for (JsonNode view : JSON.readTree(node.get("/api/views").join().body()).path("views")) {
        String path = view.path("url").asText();
        if (!view.path("state").asText().equals("missing")) {
          paths.add(path);
        }
      }
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    database.close();
  }
}
