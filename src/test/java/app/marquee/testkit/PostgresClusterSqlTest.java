package app.marquee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresClusterSqlTest {
  private static final String READ = "select x from fact";

  @TempDir Path folder;

  @BeforeEach
  void installed() {
    assumeTrue(PostgresCluster.installed(), "Debian's package postgresql-15 is not installed");
  }

  @Test
  void survivesACrashOnItsPortAndIsFollowedByAStandbyThatCanLag() throws SQLException {
    try (PostgresCluster primary = PostgresCluster.create(folder.resolve("primary"))) {
      write(primary, "create table fact (x int); insert into fact values (1)");
      primary.stop("immediate");
      primary.start();
      assertThat(primary.ask(READ)).isEqualTo("1");

      try (PostgresCluster standby = primary.standby(folder.resolve("standby"))) {
        standby.pauseReplay();
        write(primary, "update fact set x = 2");
        assertThat(standby.ask(READ)).isEqualTo("1");
        standby.resumeReplay();
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> standby.ask(READ).equals("2"));
      }
    }
  }

  @Test
  void isReachedThroughAPoolerWhoseConnectionsAreShared() throws SQLException {
    assumeTrue(PgBouncer.installed(), "Debian's package pgbouncer is not installed");
    try (PostgresCluster cluster = PostgresCluster.create(folder.resolve("cluster"));
        PgBouncer pooler = PgBouncer.before(cluster.url(), folder.resolve("pooler"), 1);
        Connection one = TestServer.connect(pooler.url());
        Connection two = TestServer.connect(pooler.url())) {
      assertThat(backend(one)).isEqualTo(backend(two));
    }
  }

  private static int backend(Connection connection) throws SQLException {
    try (Statement on = connection.createStatement();
        ResultSet row = on.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void write(PostgresCluster cluster, String statements) throws SQLException {
    try (Connection connection = cluster.connect();
        Statement on = connection.createStatement()) {
      on.execute(statements);
    }
  }
}
