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
    return answer(config.readiness(), start.done());
  }

  static HealthCheckResponse answer(OpsConfig.Readiness mode, boolean ended) {
    return HealthCheckResponse.named("first run")
        .status(ended || mode != OpsConfig.Readiness.BLOCK)
        .withData("ended", ended)
        .build();
  }
}
