package app.marquee.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the first refresh run has ended, unless configured otherwise. */
@Readiness
@ApplicationScoped
class FirstRunCheck implements HealthCheck {
  private final StartSequence start;
  private final OpsConfig config;

  FirstRunCheck(StartSequence start, OpsConfig config) {
    this.start = start;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    boolean ready = start.done() || config.readiness() != OpsConfig.Readiness.BLOCK;
    return HealthCheckResponse.named("first run").status(ready).build();
  }
}
