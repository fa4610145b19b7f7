package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.PackagedCommand;
import app.marquee.testkit.PackagedService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the jar, before there is a service and beside a running one. */
@Timeout(400)
class CommandIT {
  private static final Map<String, String> EMPTY =
      Map.of("MARQUEE_DEMO", "false", "MARQUEE_CLOCK", "2026-08-22T21:00:00Z");
  private static final String RANKING = "/api/parks/downtime?filter=all-parks&period=today";
  private static final List<String> RIDES = List.of("1", "2", "3", "4");
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void whatIsImportedBeforeAStartIsThereAfterItAndWhatIsImportedBesideItComesUp() throws Exception {
    PackagedCommand parks =
        run("import", "parks", file("parks.csv", "park_key,name,timezone", "x,Park X,Europe/Rome"));
    PackagedCommand rides =
        run("import", "rides", file("rides.csv", "park_key,ride_key,name", rides()));
    PackagedCommand snapshots =
        run("import", "snapshots", "--map=zeit=recorded_at", snapshots("20:30", "OPERATING"));
    assertThat(parks.out()).contains("1 read, 1 inserted");
    assertThat(parks.err()).contains("parks.csv: 100 %").doesNotContain("INFO");
    assertThat(List.of(parks.status(), rides.status(), snapshots.status())).containsOnly(0);
    PackagedCommand status = run("status", "--feature", "parks", "--max-age", "20m");
    assertThat(status.out()).startsWith("STALE ").contains("missing park_downtime_today_all-parks");
    assertThat(status.status()).isEqualTo(1);
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();

    try (PackagedService service = PackagedService.start(folder.resolve("data"), EMPTY)) {
      awaitRanking(service, "\"rides_down\":0");
      assertThat(service.output()).anyMatch(line -> line.contains("Admin token, shown this once"));

      run("import", "snapshots", "--map=zeit=recorded_at", snapshots("20:40", "DOWN"));
      awaitRanking(service, "\"rides_down\":1");

      PackagedCommand verify = run("verify");
      assertThat(verify.out()).endsWith(" 0 differ, 0 outdated, 0 missing, 0 failed\n");
      assertThat(verify.err()).doesNotContain("INFO");
      assertThat(verify.status()).isZero();

      lookAtTheRunning(service);
      assertThat(service.get("/q/health/ready", null).statusCode()).isEqualTo(200);
      assertThat(service.terminate(SHUTDOWN)).isTrue();
    }
  }

  private void lookAtTheRunning(PackagedService service) throws Exception {
    PackagedCommand status = run("status", "--feature", "parks", "--max-age", "20m");
    assertThat(status.out()).startsWith("OK ");
    assertThat(status.status()).isZero();
    assertThat(run("refresh", "--feature", "parks", "--no-wait").out())
        .contains("left to a running");

    run("export", folder.resolve("cdn").toString());
    String key = "/park_downtime_7days_all-parks";
    assertThat(folder.resolve("cdn" + key + ".json"))
        .hasContent(service.get("/api/views" + key, null).body());

    PackagedCommand doctor = run("doctor", "--offline");
    assertThat(doctor.out())
        .contains("warn  replay clock: ", "ok    migrations: at V", "ok    disk: ")
        .doesNotContain("fail");
  }

  @Test
  void doctorTellsOfADatabaseThatDoesNotAnswerAndStatusFails() throws Exception {
    Map<String, String> nowhere =
        Map.of("MARQUEE_DATABASE_URL", "postgresql://marquee:secret@127.0.0.1:1/marquee");

    PackagedCommand doctor =
        PackagedCommand.run(folder.resolve("data"), nowhere, "doctor", "--offline");
    assertThat(doctor.out())
        .startsWith("fail  start: postgresql://marquee@127.0.0.1:1/marquee does");
    assertThat(doctor.out() + doctor.err()).doesNotContain("secret", "\tat ");
    assertThat(doctor.status()).isEqualTo(2);

    PackagedCommand status = PackagedCommand.run(folder.resolve("data"), nowhere, "status");
    assertThat(status.err()).startsWith("marquee: ").contains("does not answer");
    assertThat(status.status()).isEqualTo(2);
  }

  private PackagedCommand run(String... words) throws IOException, InterruptedException {
    return PackagedCommand.run(folder.resolve("data"), EMPTY, words);
  }

  private static void awaitRanking(PackagedService service, String text) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> service.get(RANKING, null).body().replace(" ", "").contains(text));
  }

  private static String rides() {
    return String.join(
        "\n", RIDES.stream().map(ride -> "x,%1$s,Ride %1$s".formatted(ride)).toList());
  }

  /** One cycle in which the first ride has this status and the others operate. */
  private String snapshots(String time, String status) throws IOException {
    String others = "x,%s,2026-08-22T" + time + ":00Z,OPERATING";
    Stream<String> lines =
        Stream.concat(
            Stream.of("x,1,2026-08-22T" + time + ":00Z," + status),
            RIDES.stream().skip(1).map(others::formatted));
    return file(
        "snapshots.csv", "park_key,ride_key,zeit,status", String.join("\n", lines.toList()));
  }

  private String file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    return file.toString();
  }
}
