package app.marquee.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PostgresCluster;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worst of the faults at once, on two nodes; the quickest of them. */
@Timeout(300)
class OutageFaultsIT {
  private static final int A_WHILE = 300;

  @TempDir Path folder;

  @Test
  void aNodeKilledInItsRunAndACrashOfPostgresLoseNothingAndNoReaderNotices() throws Exception {
    assumeTrue(PostgresCluster.installed(), "PostgreSQL 15 is not installed");
    try (Stage stage = new Stage(folder, PostgresCluster.create(folder.resolve("postgres")))) {
      stage.add(Map.of());
      stage.add(Map.of());
      stage.open();
      try (Trial trial = stage.begin("a node is killed in its run, then PostgreSQL crashes")) {
        trial.goOn(A_WHILE);
        Node killed;
        try (Connection lock = stage.holdRuns()) {
          Stage.refresh(stage.node(1));
          killed = stage.awaitHeldNode();
          killed.kill();
          lock.rollback();
        }
        stage.database().stop("immediate");
        trial.goOn(A_WHILE);
        stage.database().start();
        stage.startAgain(killed);
        trial.awaitRecovery();
        trial.prove();
      }
    }
  }
}
