package app.marquee.ops;

import app.marquee.views.Coherence;
import app.marquee.views.ViewsConfig;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the database answers now, told from the last poll and without a query, for balancers that
 * keep writes away from a node without one: {@code /q/health/group/database}.
 */
@HealthGroup("database")
@ApplicationScoped
class DatabaseNowCheck implements HealthCheck {
  private static final int POLLS = 5;

  private final Coherence coherence;
  private final ViewsConfig config;

  DatabaseNowCheck(Coherence coherence, ViewsConfig config) {
    this.coherence = coherence;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    Duration patience = config.pollEvery().multipliedBy(POLLS);
    return HealthCheckResponse.named("database now")
        .status(
            coherence.sinceLastPoll().filter(since -> since.compareTo(patience) < 0).isPresent())
        .build();
  }
}
