package app.marquee.db;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of our own in a data folder: made at the first start, kept at every other.
 *
 * <p>The server listens on a free port of the loopback interface only, asks for a password
 * (scram-sha-256) and keeps fsync on. Its data outlives a kill -9 of this process or of the server:
 * the next start stops a server left behind and recovers. Errors: {@link StartRefused} when the
 * folder is in use, the machine has no binaries, or PostgreSQL does not start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "marquee";
  private static final String DATABASE = "marquee";
  private static final String SETTINGS = "marquee.conf";
  private static final int PORT_ATTEMPTS = 3;
  // Crash recovery of a large database takes its time; a server that is gone is noticed at once.
  private static final String START_SECONDS = "300";
  private static final String STOP_SECONDS = "20";

  private final DataFolder folder;
  private final PostgresAccount account;
  private final Path programs;
  private final List<String> settings;
  private DatabaseUrl url;
  private String sessionKey;

  private EmbeddedPostgres(
      DataFolder folder, PostgresAccount account, Path programs, List<String> settings) {
    this.folder = folder;
    this.account = account;
    this.programs = programs;
    this.settings = settings;
  }

  /** Started and ready for connections. */
  public static EmbeddedPostgres start(Path dataFolder) {
    return start(dataFolder, List.of());
  }

  /** The same with further lines of {@code postgresql.conf}. */
  public static EmbeddedPostgres start(Path dataFolder, List<String> settings) {
    Path path = dataFolder.toAbsolutePath().normalize();
    try {
      DataFolder folder = DataFolder.lock(path);
      try {
        PostgresAccount account = PostgresAccount.detect();
        Path programs = PostgresBinaries.in(account.cache()).resolve("bin");
        return new EmbeddedPostgres(folder, account, programs, settings).started();
      } catch (IOException | StartRefused e) {
        folder.close();
        throw e;
      }
    } catch (IOException e) {
      throw new StartRefused("embedded PostgreSQL in " + path + ": " + e.getMessage(), e);
    }
  }

  public DatabaseUrl url() {
    return url;
  }

  /** What is kept beside the database, for sessions to outlive a restart. */
  public String sessionKey() {
    return sessionKey;
  }

  /** Stops the server, its sessions with it, and lets the folder go. */
  @Override
  public void close() {
    try (folder) {
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DatabaseUrl address(int port, String password) {
    return new DatabaseUrl("127.0.0.1", port, DATABASE, USER, password, Map.of());
  }

  private EmbeddedPostgres started() throws IOException {
    account.own(folder.path());
    if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
      create();
    }
    account.own(folder.cluster());
    stopLeftover();
    int port = startOnFreePort();
    url = address(port, folder.password());
    sessionKey = folder.sessionKey();
    return this;
  }

  private void create() throws IOException {
    Path cluster = folder.newCluster();
    Folders.delete(cluster);
    folder.writePassword();
    account.own(folder.passwordFile());
    String locale = "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 --encoding=UTF8";
    List<String> words = new ArrayList<>(List.of("-D", cluster.toString(), "-U", USER));
    words.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + folder.passwordFile()));
    words.addAll(List.of(locale.split(" ")));
    command("initdb", words).run(folder.log("initdb"));
    createDatabase(cluster);
    Files.writeString(
        cluster.resolve("postgresql.conf"),
        "\ninclude = '" + SETTINGS + "'\n",
        StandardOpenOption.APPEND);
    Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void createDatabase(Path cluster) throws IOException {
    File statement = folder.log("create_database").toFile();
    Files.write(statement.toPath(), resource("/sql/db/create_database.sql"));
    command("postgres", List.of("--single", "-j", "-D", cluster.toString(), "postgres"))
        .input(statement)
        .run(folder.log("initdb"));
    Files.delete(statement.toPath());
  }

  private int startOnFreePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      writeSettings(port);
      try {
        pgCtl("start", "-w", "-t", START_SECONDS, "-l", folder.log("postgres").toString());
        return port;
      } catch (IOException e) {
        String reason = Command.lastLines(folder.log("postgres"));
        // Between our look and its bind somebody else may have taken the port.
        if (attempt == PORT_ATTEMPTS || !reason.contains("could not create any TCP/IP sockets")) {
          throw new IOException("does not start: " + reason, e);
        }
      }
    }
  }

  private void writeSettings(int port) throws IOException {
    String given = new String(resource("/db/embedded-postgres.conf"), StandardCharsets.UTF_8);
    Path file = folder.cluster().resolve(SETTINGS);
    Files.writeString(file, given + "port = " + port + "\n" + String.join("\n", settings) + "\n");
    account.own(file);
  }

  // A server whose starter was killed still runs on the same files.
  private void stopLeftover() throws IOException {
    Path pidFile = folder.cluster().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    boolean ours =
        ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .map(process -> process.info().command().orElse("postgres").contains("postgres"))
            .orElse(false);
    if (ours) {
      stop();
    }
  }

  private void stop() throws IOException {
    pgCtl("stop", "-w", "-m", "fast", "-t", STOP_SECONDS);
  }

  private void pgCtl(String action, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(action, "-D", folder.cluster().toString()));
    words.addAll(List.of(options));
    command("pg_ctl", words).run(folder.log("pg_ctl"));
  }

  private Command command(String program, List<String> options) {
    List<String> words = new ArrayList<>(List.of(programs.resolve(program).toString()));
    words.addAll(options);
    return Command.of(account.prefix(), words);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = EmbeddedPostgres.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
