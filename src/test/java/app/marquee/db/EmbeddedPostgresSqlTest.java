package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresSqlTest {
  @TempDir Path folder;

  @Test
  void dataOutlivesARestart() throws SQLException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
      run(first.url(), "testkit/keep_a_fact.sql");
    }
    try (EmbeddedPostgres second = EmbeddedPostgres.start(folder)) {
      assertThat(read(second.url(), "testkit/kept_facts.sql")).isEqualTo("1");
    }
  }

  @Test
  void dataOutlivesTheKillingOfItsStarterAndTheLeftoverServerIsReplaced() throws Exception {
    Process starter = startInAnotherProcess();
    DatabaseUrl orphan = urlIn(folder);
    run(orphan, "testkit/keep_a_fact.sql");
    starter.destroyForcibly().waitFor();

    try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
      assertThat(read(next.url(), "testkit/kept_facts.sql")).isEqualTo("1");
      assertThatThrownBy(() -> connect(orphan)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void dataOutlivesTheKillingOfTheServer() throws Exception {
    EmbeddedPostgres first = EmbeddedPostgres.start(folder);
    run(first.url(), "testkit/keep_a_fact.sql");
    ProcessHandle server = server(folder);
    server.destroyForcibly();
    server.onExit().join();
    assertThatThrownBy(first::close).hasMessageContaining("stop");

    try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
      assertThat(read(next.url(), "testkit/kept_facts.sql")).isEqualTo("1");
    }
  }

  @Test
  void aSecondProcessOnTheFolderIsRefusedWithOneLine() throws IOException {
    try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
      assertThat(firstLineOfAnotherProcess())
          .contains(folder.toString(), "in use by process " + ProcessHandle.current().pid());
      assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("MARQUEE_DATA");
      assertThat(first.url().port()).isPositive();
    }
  }

  @Test
  void aCommandFindsTheServerOfARunningServiceAndNoneAfterItsEnd() throws Exception {
    assertThat(RunningPostgres.in(folder)).isEmpty();
    Process service = startInAnotherProcess();

    run(RunningPostgres.in(folder).orElseThrow(), "testkit/keep_a_fact.sql");

    service.destroyForcibly().waitFor();
    assertThat(RunningPostgres.in(folder)).isEmpty();
    try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
      assertThat(read(next.url(), "testkit/kept_facts.sql")).isEqualTo("1");
    }
  }

  @Test
  void aCommandIsToldToWaitForAServiceThatStillStarts() throws Exception {
    Process service = startInAnotherProcess();
    ProcessHandle server = server(folder);
    Files.writeString(folder.resolve("postgres/postmaster.pid"), server.pid() + "\n");

    assertThatThrownBy(() -> RunningPostgres.in(folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageContainingAll("process " + service.pid(), "not ready");

    server.destroyForcibly();
    service.destroyForcibly().waitFor();
  }

  @Test
  void aClusterHalfMadeIsMadeAgain() throws IOException {
    Files.createDirectories(folder.resolve("postgres.new"));
    Files.writeString(folder.resolve("postgres.new").resolve("PG_VERSION"), "18");

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(server.url().database()).isEqualTo("marquee");
    }
  }

  @Test
  void keepsFsyncOnAndAsksForThePassword() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      DatabaseUrl url = server.url();
      DatabaseUrl guess =
          new DatabaseUrl(
              url.host(), url.port(), url.database(), url.user(), "guess", url.parameters());

      assertThat(read(url, "testkit/fsync.sql")).isEqualTo("on");
      assertThatThrownBy(() -> connect(guess)).hasMessageContaining("password");
    }
  }

  @Test
  void settingsOfOneStartAreNotThoseOfTheNext() throws SQLException {
    EmbeddedPostgres.start(folder, java.util.List.of("fsync = off")).close();

    try (EmbeddedPostgres server = EmbeddedPostgres.start(folder)) {
      assertThat(read(server.url(), "testkit/fsync.sql")).isEqualTo("on");
    }
  }

  private Process startInAnotherProcess() throws IOException {
    Process process = another();
    assertThat(output(process).readLine()).isEqualTo("started");
    return process;
  }

  private String firstLineOfAnotherProcess() throws IOException {
    return output(another()).readLine();
  }

  private Process another() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HoldPostgres.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader output(Process process) {
    return process.inputReader();
  }

  private static ProcessHandle server(Path folder) throws IOException {
    String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static DatabaseUrl urlIn(Path folder) throws IOException {
    int port =
        Integer.parseInt(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3));
    String password = Files.readString(folder.resolve("postgres.password"));
    return new DatabaseUrl("127.0.0.1", port, "marquee", "marquee", password, java.util.Map.of());
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
  }

  private static void run(DatabaseUrl url, String file) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(Sql.of(file).statement());
    }
  }

  private static String read(DatabaseUrl url, String file) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Sql.of(file).statement())) {
      rows.next();
      return rows.getString(1);
    }
  }
}
