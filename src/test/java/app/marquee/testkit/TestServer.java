package app.marquee.testkit;

import app.marquee.db.DatabaseUrl;
import app.marquee.db.EmbeddedPostgres;
import app.marquee.db.StartRefused;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * The one PostgreSQL of this test JVM, with a migrated template database.
 *
 * <p>Its address stands in a system property, because Quarkus loads test classes a second time.
 */
final class TestServer {
  private static final String ADDRESS = "testkit.postgres";
  private static final String TEMPLATE = "template_marquee";
  private static final String POOLER = "testkit.pooler";

  /** {@code -Dmarquee.test.database=15}: on the oldest PostgreSQL there is support for. */
  private static final String OLDEST = "marquee.test.database";

  private static final int POOL_SIZE = 12;
  private static final int FOLDERS = 8;
  private static final List<String> SETTINGS =
      List.of("fsync = off", "full_page_writes = off", "max_connections = 200");

  private TestServer() {}

  static String template() {
    return TEMPLATE;
  }

  /** The server's maintenance database. */
  static DatabaseUrl address() {
    synchronized (System.getProperties()) {
      String address = System.getProperty(ADDRESS);
      if (address == null) {
        address = start();
        System.setProperty(ADDRESS, address);
      }
      return DatabaseUrl.parse(address);
    }
  }

  static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
  }

  /**
   * Runs {@code /sql/testkit/} + file with {@code {name}} replaced, on the maintenance database.
   */
  static void administer(String file, String name) {
    administer(address(), file, name);
  }

  private static String start() {
    DatabaseUrl maintenance =
        System.getProperty(OLDEST, "").equals("15") ? startOldest() : startEmbedded();
    administer(maintenance, "create_template.sql", TEMPLATE);
    migrate(maintenance.withDatabase(TEMPLATE));
    return maintenance.withPassword();
  }

  private static DatabaseUrl startEmbedded() {
    EmbeddedPostgres server = startInFreeFolder();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-postgres"));
    DatabaseUrl maintenance = server.url().withDatabase("postgres");
    dropLeftovers(maintenance);
    return maintenance;
  }

  private static DatabaseUrl startOldest() {
    Path folder = newFolder();
    PostgresCluster cluster =
        PostgresCluster.create(
            folder, "max_connections = 200", "max_wal_size = '4GB'", "full_page_writes = off");
    atExit(folder, cluster::close);
    return cluster.superuser();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("marquee-tests");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void atExit(Path folder, Runnable stop) {
    Runnable end =
        () -> {
          stop.run();
          delete(folder);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end, "stop-" + folder.getFileName()));
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same database through a PgBouncer in transaction mode, started at the first call. */
  static DatabaseUrl pooled(DatabaseUrl url) {
    synchronized (System.getProperties()) {
      String pooler = System.getProperty(POOLER);
      if (pooler == null) {
        Path folder = newFolder();
        PgBouncer started = PgBouncer.before(address(), folder, POOL_SIZE);
        atExit(folder, started::close);
        pooler = started.url().withPassword();
        System.setProperty(POOLER, pooler);
      }
      DatabaseUrl front = DatabaseUrl.parse(pooler);
      return new DatabaseUrl(
          front.host(), front.port(), url.database(), url.user(), url.password(), Map.of());
    }
  }

  // A build that runs beside this one holds the first folder.
  private static EmbeddedPostgres startInFreeFolder() {
    StartRefused refused = null;
    for (int i = 1; i <= FOLDERS; i++) {
      try {
        return EmbeddedPostgres.start(Path.of("target", "test-postgres-" + i), SETTINGS);
      } catch (StartRefused e) {
        refused = e;
      }
    }
    throw refused;
  }

  private static void dropLeftovers(DatabaseUrl maintenance) {
    List<String> names = new ArrayList<>();
    try (Connection connection = connect(maintenance);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(read("leftovers.sql"))) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    names.forEach(name -> administer(maintenance, "drop_database.sql", name));
  }

  static void migrate(DatabaseUrl template) {
    Flyway.configure()
        .dataSource(template.jdbcUrl(), template.user(), template.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static void administer(DatabaseUrl maintenance, String file, String name) {
    try (Connection connection = connect(maintenance);
        Statement statement = connection.createStatement()) {
      statement.execute(read(file).replace("{name}", name));
    } catch (SQLException e) {
      throw new IllegalStateException(file + " of " + name, e);
    }
  }

  private static String read(String file) {
    try (InputStream in = TestServer.class.getResourceAsStream("/sql/testkit/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
