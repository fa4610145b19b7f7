package app.marquee.parks.collect;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Always up, since old facts are still served; a silent provider is told as data. */
@Readiness
@ApplicationScoped
class CollectHealth implements HealthCheck {
  private final Sources sources;
  private final DeliveryWatch watch;

  CollectHealth(Sources sources, DeliveryWatch watch) {
    this.sources = sources;
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("parks collection").up();
    sources
        .configured()
        .forEach(
            provider ->
                answer.withData(
                    provider.word(),
                    (watch.late().contains(provider) ? "warning: nothing for " : "delivered ")
                        + watch.silence(provider).toSeconds()
                        + (watch.late().contains(provider) ? " s" : " s ago")));
    return answer.build();
  }
}
