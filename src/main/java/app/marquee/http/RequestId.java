package app.marquee.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every request an id, the client's own if it is harmless, and sends it back. */
public class RequestId {
  static final String HEADER = "X-Request-Id";
  private static final String PROPERTY = "marquee.request-id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @ServerRequestFilter(preMatching = true)
  public void take(ContainerRequestContext request) {
    String given = request.getHeaderString(HEADER);
    boolean usable = given != null && HARMLESS.matcher(given).matches();
    request.setProperty(PROPERTY, usable ? given : UUID.randomUUID().toString());
  }

  @ServerResponseFilter
  public void send(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HEADER, of(request));
  }

  static String of(ContainerRequestContext request) {
    Object id = request.getProperty(PROPERTY);
    return id == null ? "none" : id.toString();
  }
}
