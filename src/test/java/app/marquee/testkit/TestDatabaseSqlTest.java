package app.marquee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.Sql;
import io.vertx.mutiny.sqlclient.Row;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseSqlTest {
  private static final Sql COUNT_SOURCES = Sql.of("testkit/count_sources.sql");
  private static final Sql ADD_SOURCE = Sql.of("testkit/add_source.sql");

  @RegisterExtension static final TestDatabase database = TestDatabase.create();

  @Test
  void isMigrated() {
    assertThat(sourcesIn(database)).isNotNegative();
  }

  @Test
  void sharesNothingWithAnother() {
    try (TestDatabase other = TestDatabase.create()) {
      long before = sourcesIn(database);
      other.pool().query(ADD_SOURCE.statement()).executeAndAwait();

      assertThat(sourcesIn(other)).isEqualTo(before + 1);
      assertThat(sourcesIn(database)).isEqualTo(before);
    }
  }

  @Test
  void emptyOneHasNoTableOfOurs() throws SQLException {
    try (TestDatabase empty = TestDatabase.createEmpty();
        var connection = empty.connect();
        var tables =
            connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
      assertThat(tables.next()).isFalse();
    }
  }

  private static long sourcesIn(TestDatabase of) {
    Row row = of.pool().query(COUNT_SOURCES.statement()).executeAndAwait().iterator().next();
    return row.getLong("sources");
  }
}
