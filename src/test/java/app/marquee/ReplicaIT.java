package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PackagedCommand;
import app.marquee.testkit.PackagedService;
import app.marquee.testkit.PostgresCluster;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on PostgreSQL 15, the oldest it runs on, alone and with a replica. */
@Timeout(180)
class ReplicaIT {
  private static final String TOKEN = "a-token-of-the-operators-choice";
  private static final String PARKS = "{\"scope\":\"feature\",\"name\":\"parks\",\"force\":true}";
  private static final String RANKING = "/api/parks/downtime?filter=all-parks&period=today";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void installed() {
    assumeTrue(PostgresCluster.installed(), "Debian's package postgresql-15 is not installed");
  }

  @Test
  void startsOnFifteenVerifiesAndLetsAReplicaDoTheReading() throws Exception {
    try (PostgresCluster primary =
        PostgresCluster.create(folder.resolve("primary"), "log_statement = 'all'")) {
      environment.put("MARQUEE_DATABASE_URL", primary.url().withPassword());
      environment.put("MARQUEE_ADMIN_TOKEN", TOKEN);
      environment.put("MARQUEE_CLOCK", "2026-08-22T21:00:00Z");
      environment.put("MARQUEE_REPLICA_PATIENCE", "PT3S");
      try (PostgresCluster standby =
          primary.standby(folder.resolve("standby"), "log_statement = 'all'")) {
        environment.put("MARQUEE_REPLICA_URL", standby.url().withPassword());
        try (PackagedService service = PackagedService.start(folder, environment)) {
          within(30).until(() -> service.get("/q/health/ready", null).statusCode() == 200);
          importFacts(service);
          readsFromTheReplica(service, primary, standby);
          readsFromThePrimaryWhileTheReplicaLags(service, primary, standby);
        }
      }
    }
  }

  private void readsFromTheReplica(
      PackagedService service, PostgresCluster primary, PostgresCluster standby) throws Exception {
    within(30).until(() -> service.get(RANKING, null).body().contains("Lagoon"));
    int before = snapshots(primary);
    int there = snapshots(standby);

    assertThat(refresh(service)).isEqualTo("success");

    assertThat(snapshots(primary)).isEqualTo(before);
    assertThat(snapshots(standby)).isGreaterThan(there);
    PackagedCommand verify = PackagedCommand.run(folder, environment, "verify");
    assertThat(verify.out()).endsWith(" 0 differ, 0 outdated, 0 missing, 0 failed\n");
  }

  private static void readsFromThePrimaryWhileTheReplicaLags(
      PackagedService service, PostgresCluster primary, PostgresCluster standby) throws Exception {
    standby.pauseReplay();
    execute(
        primary,
        "update park set name = 'Renamed'; update source_version set version = version + 1");

    assertThat(refresh(service)).isEqualTo("success");

    service.awaitLine(
        Pattern.compile("builds of parks read from the primary instead of the replica: it lags"));
    assertThat(service.get("/q/metrics", TOKEN).body())
        .contains("marquee_replica_passed_over_total{feature=\"parks\"");
    assertThat(service.get(RANKING, null).body()).contains("Renamed");
  }

  private static void importFacts(PackagedService service) throws IOException {
    importCsv(service, "parks", "park_key,name,timezone\nx,Lagoon,Europe/Rome\n");
    importCsv(service, "rides", "park_key,ride_key,name\n" + forRides("x,%1$s,Ride %1$s\n", 1));
    importCsv(
        service,
        "snapshots",
        "park_key,ride_key,recorded_at,status\n"
            + forRides("x,%s,2026-08-22T20:30:00Z,OPERATING\n", 1)
            + "x,1,2026-08-22T20:40:00Z,DOWN\n"
            + forRides("x,%s,2026-08-22T20:40:00Z,OPERATING\n", 2));
  }

  private static String forRides(String line, int first) {
    return IntStream.rangeClosed(first, 4).mapToObj(line::formatted).collect(Collectors.joining());
  }

  private static void importCsv(PackagedService service, String kind, String csv)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .POST(HttpRequest.BodyPublishers.ofString(csv))
            .header("Content-Type", "text/csv")
            .header("Authorization", "Bearer " + TOKEN);
    HttpResponse<String> answer = service.send(request, "/api/admin/imports/" + kind);
    assertThat(answer.body()).contains("\"rejected\":0");
  }

  /** Forced; its status at the end. */
  private static String refresh(PackagedService service) throws IOException {
    long run =
        JSON.readTree(service.post("/api/admin/refresh", TOKEN, PARKS).body()).path("id").asLong();
    within(30).until(() -> !List.of("queued", "running").contains(status(service, run)));
    return status(service, run);
  }

  private static String status(PackagedService service, long run) throws IOException {
    return JSON.readTree(service.get("/api/admin/refreshes/" + run, TOKEN).body())
        .path("status")
        .asText();
  }

  /** How often builders have joined a snapshot there. */
  private static int snapshots(PostgresCluster cluster) {
    return cluster.log().split("set transaction snapshot", -1).length - 1;
  }

  private static void execute(PostgresCluster cluster, String statements) throws SQLException {
    try (Connection connection = cluster.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
