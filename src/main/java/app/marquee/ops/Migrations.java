package app.marquee.ops;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Whether the tables are those this jar knows. Blocks: not for an event loop. */
@Singleton
class Migrations {
  private final Flyway flyway;

  Migrations(Flyway flyway) {
    this.flyway = flyway;
  }

  /** What is wrong, and what to do; empty if nothing is. */
  Optional<String> complaint() {
    try {
      return complaint(flyway.info());
    } catch (FlywayException e) {
      return Optional.of(
          "the tables cannot be looked at: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** The newest migration the database has had; empty before the first. */
  Optional<String> current() {
    return Optional.ofNullable(flyway.info().current())
        .map(MigrationInfo::getVersion)
        .map(String::valueOf);
  }

  private static Optional<String> complaint(MigrationInfoService info) {
    long newer = count(info, MigrationState.FUTURE_SUCCESS);
    long failed = count(info, MigrationState.FAILED);
    if (failed > 0) {
      return Optional.of(failed + " migrations failed: mend the cause, then start the service");
    }
    if (newer > 0) {
      return Optional.of("the database has migrations of a newer version: use its jar");
    }
    return info.pending().length == 0
        ? Optional.empty()
        : Optional.of(
            info.pending().length + " migrations have not been made: start the service once");
  }

  private static long count(MigrationInfoService info, MigrationState state) {
    return Arrays.stream(info.all()).filter(one -> one.getState() == state).count();
  }
}
