package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.testkit.PostgresCluster;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the pages for newcomers and operators tell them to paste, pasted. */
@Timeout(300)
class DocumentedPathsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  @TempDir Path folder;

  @Test
  void aNewcomerComesFromTheJarToAPageAndToFactsOfTheirOwn() throws Exception {
    DocumentedPath path = DocumentedPath.read(Path.of("docs", "newcomer.md"), Set.of());

    path.run(
        folder, Map.of("FOLDER", folder + "/playground", "PORT", port(), "DAYS", "3"), PATIENCE);

    assertThat(path.blocks()).hasSizeGreaterThan(6);
  }

  @Test
  void anOperatorInstallsSecuresImportsWatchesScalesUpgradesBacksUpAndRestores() throws Exception {
    assumeTrue(PostgresCluster.installed(), "no PostgreSQL 15 of Debian's here");
    DocumentedPath path =
        DocumentedPath.read(Path.of("docs", "operator.md"), Set.of("tokens", "status"));
    try (PostgresCluster server = PostgresCluster.create(folder.resolve("server"))) {
      // The page makes them itself.
      server.administer("drop database marquee");
      server.administer("drop role marquee");

      path.run(
          folder,
          Map.of(
              "APP",
              folder + "/app",
              "ETC",
              folder + "/etc",
              "BACKUP",
              folder + "/backup",
              "LOG",
              folder + "/log",
              "SERVER",
              "postgresql://postgres:%s@127.0.0.1:%d"
                  .formatted(server.url().password(), server.port()),
              "PORT",
              port(),
              "PORT2",
              port(),
              "PORT3",
              port()),
          PATIENCE);
    }
    assertThat(path.blocks()).hasSizeGreaterThan(9);
  }

  private static String port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
