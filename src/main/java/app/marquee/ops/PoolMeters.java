package app.marquee.ops;

import io.quarkus.micrometer.runtime.binder.vertx.VertxMeterBinderRecorder;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * Has Vert.x tell Micrometer of its pools, that of the database among them. As we count HTTP
 * ourselves, tracing would otherwise take that place for measures of its own, which nobody reads.
 */
@Singleton
class PoolMeters implements VertxOptionsCustomizer {
  @Override
  public void accept(VertxOptions options) {
    new VertxMeterBinderRecorder().setVertxMetricsOptions().accept(options);
  }
}
