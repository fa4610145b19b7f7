package app.marquee.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every request an id, the client's own if it is harmless, and sends it back. */
public class RequestId {
  static final String HEADER = "X-Request-Id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @ServerResponseFilter
  public void send(RoutingContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HEADER, of(request));
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
