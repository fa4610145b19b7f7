package app.marquee.testkit;

import app.marquee.db.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL 15 of Debian's package, of nobody else's concern, on a port of the loopback
 * interface that stays the same over restarts.
 *
 * <p>Its database {@code marquee} belongs to a role {@code marquee} that is no superuser. Settings
 * are lines of {@code postgresql.conf}. {@link #close} it: its folder can then be deleted.
 */
public final class PostgresCluster implements AutoCloseable {
  /** Where Debian puts it. */
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

  private static final String OWNER = "marquee";
  private static final String PASSWORD = "marquee-of-a-test";
  private static final String SUPERUSER = "postgres";
  private static final Map<String, String> ENVIRONMENT = Map.of("PGPASSWORD", PASSWORD);
  private static final List<String> DEFAULTS =
      List.of(
          "listen_addresses = '127.0.0.1'",
          "unix_socket_directories = ''",
          "fsync = off",
          "max_connections = 100",
          "wal_keep_size = '256MB'",
          "timezone = 'UTC'");

  private final Path folder;
  private final int port;
  private boolean running;

  private PostgresCluster(Path folder) {
    this.folder = ServerProgram.folder(folder);
    this.port = freePort();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-postgres-" + port));
  }

  /** Whether the package is there; tests are skipped without it. */
  public static boolean installed() {
    return Files.isExecutable(PROGRAMS.resolve("initdb"));
  }

  /** A new one in an empty or missing folder, running. */
  public static PostgresCluster create(Path folder, String... settings) {
    PostgresCluster cluster = new PostgresCluster(folder);
    Path password = ServerProgram.write(cluster.folder.resolve("password"), PASSWORD);
    cluster.program(
        "initdb",
        "--pgdata=" + cluster.data(),
        "--username=" + SUPERUSER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    cluster.configure(settings);
    cluster.start();
    cluster.administer("create role " + OWNER + " login password '" + PASSWORD + "'");
    cluster.administer("create database " + OWNER + " owner " + OWNER);
    return cluster;
  }

  /** Gives its database our tables. */
  public void migrate() {
    TestServer.migrate(url());
  }

  /** A streaming standby of this one, running and open to reads; caught up with what it copied. */
  public PostgresCluster standby(Path folder, String... settings) {
    PostgresCluster standby = new PostgresCluster(folder);
    standby.program(
        "pg_basebackup",
        "--pgdata=" + standby.data(),
        "--host=127.0.0.1",
        "--port=" + port,
        "--username=" + SUPERUSER,
        "--checkpoint=fast",
        "--no-sync",
        "--write-recovery-conf");
    standby.configure(settings);
    standby.start();
    return standby;
  }

  public void start() {
    program(
        "pg_ctl", "--pgdata=" + data(), "--log=" + folder.resolve("postgres.log"), "-w", "start");
    running = true;
  }

  /** Stops it, as {@code pg_ctl} does: {@code fast} ends sessions, {@code immediate} is a crash. */
  public void stop(String mode) {
    program("pg_ctl", "--pgdata=" + data(), "--mode=" + mode, "-w", "stop");
    running = false;
  }

  public void restart() {
    stop("fast");
    start();
  }

  /** Its database {@code marquee}, as its owner. */
  public DatabaseUrl url() {
    return new DatabaseUrl("127.0.0.1", port, OWNER, OWNER, PASSWORD, Map.of());
  }

  public int port() {
    return port;
  }

  /** What the server has written to its log so far. */
  public String log() {
    try {
      return Files.readString(folder.resolve("postgres.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection to the database as its owner, for the caller to close. */
  public Connection connect() throws SQLException {
    return TestServer.connect(url());
  }

  /** Runs one statement as superuser, outside a transaction. */
  public void administer(String statement) {
    try (Connection connection = TestServer.connect(superuser());
        Statement on = connection.createStatement()) {
      on.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The first column of the first row, as text, asked as superuser in the database. */
  public String ask(String query) {
    try (Connection connection = TestServer.connect(superuser().withDatabase(OWNER));
        Statement on = connection.createStatement();
        ResultSet row = on.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** A standby receives what is written but does not show it until {@link #resumeReplay}. */
  public void pauseReplay() {
    administer("select pg_wal_replay_pause()");
  }

  public void resumeReplay() {
    administer("select pg_wal_replay_resume()");
  }

  @Override
  public synchronized void close() {
    if (running) {
      stop("immediate");
    }
  }

  /** Its maintenance database, as superuser. */
  DatabaseUrl superuser() {
    return new DatabaseUrl("127.0.0.1", port, "postgres", SUPERUSER, PASSWORD, Map.of());
  }

  private Path data() {
    return folder.resolve("data");
  }

  // Later lines win; the copy of a primary brings the primary's along.
  private void configure(String... settings) {
    String text = String.join("\n", DEFAULTS) + "\n" + String.join("\n", settings);
    Path own = ServerProgram.write(folder.resolve("own.conf"), text + "\nport = " + port + "\n");
    try {
      Path conf = data().resolve("postgresql.conf");
      String before = Files.readString(conf);
      Files.writeString(conf, before + "\ninclude '" + own + "'\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void program(String name, String... words) {
    String[] command = new String[words.length + 1];
    command[0] = PROGRAMS.resolve(name).toString();
    System.arraycopy(words, 0, command, 1, words.length);
    ServerProgram.run(folder, ENVIRONMENT, command);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
