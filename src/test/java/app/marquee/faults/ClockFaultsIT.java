package app.marquee.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PostgresCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock of one of three nodes jumps; libfaketime tells its process so. */
@Timeout(600)
class ClockFaultsIT {
  private static final int A_WHILE = 600;
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  @TempDir static Path folder;
  private static Stage stage;
  private static Path clock;
  private static Node astray;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(PostgresCluster.installed(), "PostgreSQL 15 is not installed");
    assumeTrue(Files.exists(LIBRARY), "faketime is not installed");
    clock = Files.writeString(folder.resolve("clock"), "+0");
    stage = new Stage(folder, PostgresCluster.create(folder.resolve("postgres")));
    stage.add(Map.of());
    stage.add(Map.of());
    astray =
        stage.add(
            Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "DONT_FAKE_MONOTONIC",
                "1",
                // Its work-around for older libraries makes every timed wait of a JVM return at
                // once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString()));
    stage.open();
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3600, -3600})
  void aClockThatJumpsByAnHourChangesNoAgeAndPublishesNothingTwice(long jump) throws Exception {
    try (Trial trial = stage.begin("the clock of a node jumps by " + jump + " s")) {
      trial.goOn(A_WHILE);
      Files.writeString(clock, "%+d".formatted(jump));
      Stage.within(60).until(() -> votesAreAstray(jump));
      trial.goOn(A_WHILE);
      trial.awaitRecovery();
      assertThat(age(astray)).isLessThan(Math.abs(jump) / 2);
      Files.writeString(clock, "+0");
      trial.awaitRecovery();
      trial.prove();
    }
  }

  /** Votes get the time of the node that counts them. */
  private static boolean votesAreAstray(long seconds) {
    String difference = "extract(epoch from voted_at - clock_timestamp())";
    return stage
            .world()
            .number(
                "select count(*) from vote where "
                    + (seconds > 0 ? difference + " > " : difference + " < ")
                    + seconds / 2)
        > 0;
  }

  private static long age(Node node) {
    return node.get("/api/views/" + Stage.KEY)
        .join()
        .headers()
        .firstValueAsLong("X-Cache-Age")
        .orElseThrow();
  }
}
