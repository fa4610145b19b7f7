package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What is told of tables that are not those this jar needs. */
class MigrationsSqlTest {

  @Test
  void aDatabaseThatNobodyMigratedIsToldWithWhatToDo() {
    try (TestDatabase database = TestDatabase.createEmpty()) {
      Migrations migrations = new Migrations(flyway(database));

      assertThat(migrations.complaint())
          .hasValueSatisfying(
              text ->
                  assertThat(text)
                      .matches("\\d+ migrations have not been made: start the service once"));
      assertThat(migrations.newest()).isEmpty();
    }
  }

  @Test
  void oneThatIsUpToDateIsSound() {
    try (TestDatabase database = TestDatabase.createEmpty()) {
      Flyway flyway = flyway(database);
      flyway.migrate();
      Migrations migrations = new Migrations(flyway);

      assertThat(migrations.complaint()).isEmpty();
      assertThat(migrations.newest()).isPresent();
    }
  }

  private static Flyway flyway(TestDatabase database) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.url().user(), database.url().password())
        .locations("db/migration")
        .load();
  }
}
