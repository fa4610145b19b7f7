package app.marquee.ops;

import app.marquee.views.Coherence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the database has answered once. A database that goes away afterwards makes no
 * node unready: all lose it at once, and what they hold in memory can still be served. It is told
 * as data, and by {@link DatabaseNowCheck} to those who want to know.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {
  private final Coherence coherence;
  private final OpsConfig config;

  DatabaseCheck(Coherence coherence, OpsConfig config) {
    this.coherence = coherence;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    return answer(config.readiness(), coherence.sinceLastPoll());
  }

  static HealthCheckResponse answer(OpsConfig.Readiness mode, Optional<Duration> sinceAnswer) {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("database")
            .status(mode == OpsConfig.Readiness.OFF || sinceAnswer.isPresent());
    sinceAnswer.ifPresent(since -> answer.withData("answered_seconds_ago", since.toSeconds()));
    return answer.build();
  }
}
