package app.marquee.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started once the facts are prepared. The first refresh run may come later: it is as long as the
 * data is large, and who waits for a start gives up at some time.
 */
@Startup
@ApplicationScoped
class StartCheck implements HealthCheck {
  private final StartSequence start;

  StartCheck(StartSequence start) {
    this.start = start;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("start").status(start.prepared()).build();
  }
}
