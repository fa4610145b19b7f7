package app.marquee.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Not ready on a database that lacks migrations of this version. The database is asked until it has
 * them all; they do not go again.
 */
@Readiness
@ApplicationScoped
class MigrationsCheck implements HealthCheck {
  private final Flyway flyway;
  private final OpsConfig config;
  private volatile String applied;

  MigrationsCheck(Flyway flyway, OpsConfig config) {
    this.flyway = flyway;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    if (applied == null && config.readiness() != OpsConfig.Readiness.OFF) {
      look();
    }
    return answer(config.readiness(), applied);
  }

  private void look() {
    try {
      MigrationInfoService info = flyway.info();
      MigrationInfo current = info.current();
      if (info.pending().length == 0 && current != null) {
        applied = String.valueOf(current.getVersion());
      }
    } catch (FlywayException unreachable) {
      // The next look may find more; the check of the database tells of it meanwhile.
    }
  }

  /**
   * @param version of the newest migration; null while some are pending or nobody knows
   */
  static HealthCheckResponse answer(OpsConfig.Readiness mode, String version) {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("migrations")
            .status(mode == OpsConfig.Readiness.OFF || version != null);
    return version == null ? answer.build() : answer.withData("version", version).build();
  }
}
