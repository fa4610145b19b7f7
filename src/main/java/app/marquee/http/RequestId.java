package app.marquee.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, the client's own if it is harmless, and sends it back, whatever the
 * answer. Log lines the request causes carry it, and the trace the client says it belongs to.
 */
@ApplicationScoped
public class RequestId {
  static final String HEADER = "X-Request-Id";

  /** The front route, whose answers cause no log line, writes the header itself. */
  private static final int AFTER_FRONT_ROUTE = -9_000;

  private static final String FIELD = "request_id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  void stand(@Observes Router router) {
    router.route().order(AFTER_FRONT_ROUTE).handler(RequestId::mark);
  }

  private static void mark(RoutingContext context) {
    HttpServerRequest request = context.request();
    String id = of(context);
    MDC.put(FIELD, id);
    TraceParent.of(request.getHeader(TraceParent.HEADER)).ifPresent(TraceParent::mark);
    context.addHeadersEndHandler(
        written -> {
          MultiMap headers = request.response().headers();
          if (!headers.contains(HEADER)) {
            headers.set(HEADER, id);
          }
        });
    context.next();
  }

  /** The request's id, the same at every call. */
  static String of(RoutingContext request) {
    String known = request.get(HEADER);
    if (known != null) {
      return known;
    }
    String given = request.request().getHeader(HEADER);
    String id = given != null && HARMLESS.matcher(given).matches() ? given : random();
    request.put(HEADER, id);
    return id;
  }

  /** Need only be distinct, not unguessable: a secure one costs more than the answer. */
  private static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
