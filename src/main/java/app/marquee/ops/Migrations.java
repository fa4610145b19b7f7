package app.marquee.ops;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Whether the tables are those this jar needs. What a newer version has added is no trouble: while
 * a cluster is upgraded both run. Blocks: not for an event loop.
 */
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

  /** The newest one made; empty before the first. Errors: {@link FlywayException}. */
  Optional<MigrationVersion> newest() {
    return Arrays.stream(flyway.info().applied())
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(MigrationVersion::compareTo);
  }

  private static Optional<String> complaint(MigrationInfoService info) {
    long failed =
        Arrays.stream(info.all()).filter(one -> one.getState() == MigrationState.FAILED).count();
    if (failed > 0) {
      return Optional.of(failed + " migrations failed: mend the cause, then start the service");
    }
    // Repeatable ones have no version, and differ between versions that run side by side.
    long pending = Arrays.stream(info.pending()).filter(one -> one.getVersion() != null).count();
    return pending == 0
        ? Optional.empty()
        : Optional.of(pending + " migrations have not been made: start the service once");
  }
}
