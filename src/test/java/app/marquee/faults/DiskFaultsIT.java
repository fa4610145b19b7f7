package app.marquee.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PostgresCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL has a disk of its own, and it is full. */
@Timeout(600)
class DiskFaultsIT {
  private static final int A_WHILE = 600;
  private static final int DISK_MEGABYTES = 320;

  @TempDir static Path folder;
  private static Path disk;
  private static Stage stage;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(PostgresCluster.installed(), "PostgreSQL 15 is not installed");
    Path made = Files.createDirectory(folder.resolve("postgres"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "tmpfs", made.toString())
            == 0,
        "a disk of its own cannot be mounted here");
    disk = made;
    stage =
        new Stage(
            folder,
            PostgresCluster.create(
                disk, "wal_keep_size = 0", "min_wal_size = '32MB'", "max_wal_size = '64MB'"));
    for (int i = 0; i < 3; i++) {
      stage.add(Map.of());
    }
    stage.open();
  }

  @AfterAll
  static void close() throws Exception {
    if (stage != null) {
      stage.close();
    }
    if (disk != null) {
      run("umount", disk.toString());
    }
  }

  @Test
  void aFullDiskRefusesWritesAndServesReaders() throws Exception {
    try (Trial trial = stage.begin("the disk of PostgreSQL is full")) {
      trial.goOn(A_WHILE);
      Path filler = fill();
      long refused = trial.ledger().unanswered().size();
      Stage.within(120).until(() -> trial.ledger().unanswered().size() > refused + 20);
      trial.goOn(A_WHILE);
      Files.delete(filler);
      // PostgreSQL gives up when it cannot write its log; somebody has to start it again then.
      if (!stage.databaseAnswers()) {
        stage.database().start();
      }
      trial.awaitRecovery();
      assertThat(trial.ledger().violations()).isEmpty();
      trial.prove();
    }
  }

  /** A file that takes all the room there is. */
  private static Path fill() {
    Path filler = disk.resolve("filler");
    byte[] portion = new byte[65_536];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(portion);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
