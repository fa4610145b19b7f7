package app.marquee.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.FaultProxy;
import app.marquee.testkit.PostgresCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network between one of three nodes and PostgreSQL swallows, or holds up, what it is given.
 */
@Timeout(600)
class NetworkFaultsIT {
  private static final int A_WHILE = 600;
  private static final int PUBLISHES = 5;

  @TempDir static Path folder;
  private static Stage stage;
  private static FaultProxy network;
  private static Node far;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(PostgresCluster.installed(), "PostgreSQL 15 is not installed");
    PostgresCluster database = PostgresCluster.create(folder.resolve("postgres"));
    network = FaultProxy.to(database.port());
    stage = new Stage(folder, database);
    stage.add(Map.of());
    stage.add(Map.of());
    far = stage.add(network.port(), Map.of("MARQUEE_DATABASE_CONNECTIONS_SILENT_FOR", "PT15S"));
    stage.open();
  }

  @AfterAll
  static void close() throws IOException {
    if (stage != null) {
      stage.close();
      network.close();
    }
  }

  @Test
  void aListenerThatHearsNothingSeesPublishesByItsPollsAndListensAgain() throws Exception {
    try (Trial trial = stage.begin("the LISTEN connection is black-holed")) {
      trial.goOn(A_WHILE);
      Stage.within(60).until(() -> network.listeners() > 0);
      assertThat(network.swallowListeners()).isPositive();
      for (int i = 0; i < PUBLISHES; i++) {
        assertThat(trial.publishSeen(stage.node(1), far)).isLessThan(Duration.ofSeconds(6));
      }
      Stage.within(60).until(() -> network.listeners() > 0);
      trial.awaitRecovery();
      trial.prove();
    }
  }

  @Test
  void aNodeWhoseConnectionsAllFallSilentServesOnAndFindsBack() throws Exception {
    try (Trial trial = stage.begin("every connection of a node is black-holed")) {
      trial.goOn(A_WHILE);
      assertThat(network.swallowAll()).isPositive();
      trial.goOn(A_WHILE);
      trial.awaitRecovery();
      trial.prove();
    }
  }

  @Test
  void aSlowNetworkSlowsNoReader() throws Exception {
    try (Trial trial =
        stage.begin("the network of a node holds every packet up for half a second")) {
      trial.goOn(A_WHILE);
      network.delay(Duration.ofMillis(500));
      trial.goOn(A_WHILE);
      network.delay(Duration.ZERO);
      trial.awaitRecovery();
      trial.prove();
    }
  }
}
