package app.marquee.testkit;

import app.marquee.db.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** Debian's PgBouncer in transaction mode in front of every database of a server. */
public final class PgBouncer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

  private final DatabaseUrl behind;
  private final int port;
  private final Process process;

  private PgBouncer(DatabaseUrl behind, int port, Process process) {
    this.behind = behind;
    this.port = port;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-pgbouncer-" + port));
  }

  /** Whether the package is there; tests are skipped without it. */
  public static boolean installed() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Started, with at most so many connections to each database. Its configuration is what
   * docs/growing.md tells an operator to write.
   */
  public static PgBouncer before(DatabaseUrl behind, Path folder, int connections) {
    Path home = ServerProgram.folder(folder);
    int port = PostgresCluster.freePort();
    ServerProgram.write(
        home.resolve("userlist.txt"),
        "\"%s\" \"%s\"%n".formatted(behind.user(), behind.password()));
    Path ini =
        ServerProgram.write(
            home.resolve("pgbouncer.ini"),
            """
            [databases]
            * = host=%s port=%d

            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            admin_users = %s
            pool_mode = transaction
            default_pool_size = %d
            max_client_conn = 500
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(
                    behind.host(),
                    behind.port(),
                    port,
                    home.resolve("userlist.txt"),
                    behind.user(),
                    connections));
    try {
      Process process =
          ServerProgram.prepare(home, Map.of(), PROGRAM.toString(), ini.toString()).start();
      PgBouncer pooler = new PgBouncer(behind, port, process);
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(20))
          .until(pooler::listens);
      return pooler;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same database, reached through the pooler. */
  public DatabaseUrl url() {
    return through(behind);
  }

  /** Another database of the same server and account, reached through the pooler. */
  public DatabaseUrl through(DatabaseUrl url) {
    return new DatabaseUrl(
        "127.0.0.1", port, url.database(), url.user(), url.password(), url.parameters());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
