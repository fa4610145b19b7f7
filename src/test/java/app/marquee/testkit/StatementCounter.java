package app.marquee.testkit;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Counts every statement that the application sends through a reactive client, by the client's own
 * tracing.
 */
@Singleton
public class StatementCounter implements VertxOptionsCustomizer {
  private static final AtomicLong STATEMENTS = new AtomicLong();

  /** Statements since the application started. */
  public static long count() {
    return STATEMENTS.get();
  }

  // Quarkus builds its Vert.x from options, so the newer builder is out of reach.
  @Override
  @SuppressWarnings("deprecation")
  public void accept(VertxOptions options) {
    options.setTracingOptions(new TracingOptions().setFactory(tracing -> new Counter()));
  }

  private static final class Counter implements VertxTracer<Object, Object> {
    @Override
    public <R> Object sendRequest(
        Context context,
        SpanKind kind,
        TracingPolicy policy,
        R request,
        String operation,
        BiConsumer<String, String> headers,
        TagExtractor<R> tags) {
      if (operation.equals("Query")) {
        STATEMENTS.incrementAndGet();
      }
      return null;
    }
  }
}
