package app.marquee.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Refuses bodies larger than their resource method takes: by the length they announce, or, sent in
 * chunks of unknown number, once they have passed it. What is refused is never held.
 */
@Provider
public class BodyLimits implements ResteasyReactiveContainerRequestFilter {

  @Override
  public void filter(ResteasyReactiveContainerRequestContext context) {
    ResteasyReactiveRequestContext asked =
        (ResteasyReactiveRequestContext) context.getServerRequestContext();
    HttpServerRequest request = asked.unwrap(RoutingContext.class).request();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
      return;
    }
    BodyLimit given =
        asked.getResteasyReactiveResourceInfo().getResourceMethod().getAnnotation(BodyLimit.class);
    long limit = given == null ? BodyLimit.USUAL : given.value();
    if (length != null && Long.parseLong(length) > limit) {
      throw tooLarge(limit);
    }
    if (length == null && limit != BodyLimit.NONE) {
      read(request, limit, context);
    }
  }

  /** Reads it here, as nobody downstream would stop in time; the resource gets the bytes. */
  private static void read(
      HttpServerRequest request, long limit, ResteasyReactiveContainerRequestContext context) {
    Buffer body = Buffer.buffer();
    context.suspend();
    request
        .exceptionHandler(context::resume)
        .endHandler(
            end -> {
              context.setEntityStream(new ByteArrayInputStream(body.getBytes()));
              context.resume();
            })
        .handler(
            chunk -> {
              if (body.length() + chunk.length() <= limit) {
                body.appendBuffer(chunk);
                return;
              }
              // The rest must be taken off the connection, or the client never reads the answer.
              request.handler(rest -> {}).endHandler(end -> {}).exceptionHandler(lost -> {});
              context.resume(tooLarge(limit));
            })
        .resume();
  }

  private static WebApplicationException tooLarge(long limit) {
    return Problem.of(ProblemCode.BODY_TOO_LARGE, "at most " + limit + " bytes are taken here")
        .asException();
  }
}
