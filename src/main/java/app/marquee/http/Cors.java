package app.marquee.http;

import io.netty.util.AsciiString;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What pages of other sites may read: what everybody may, and never as somebody. No answer lets
 * them send a session or a token along, so that an address too many here would tell nobody more
 * than it tells strangers.
 */
final class Cors {
  private static final String ORIGIN = "Origin";
  private static final String METHOD = "Access-Control-Request-Method";
  private static final Set<String> READS = Set.of("GET", "HEAD");

  /** Addresses under /api that are somebody's, not everybody's. */
  private static final List<String> CLOSED =
      List.of("admin", "login", "logout", "me", "members", "search/movies", "session");

  /** Names and values in turn. */
  static final List<AsciiString> ON_PUBLIC =
      Stream.of(
              "Access-Control-Allow-Origin",
              "*",
              "Access-Control-Expose-Headers",
              "ETag, Age, Date, Last-Modified, Link, Location, Retry-After, X-Request-Id, X-Cache-Hit,"
                  + " X-Cache-Age, X-Cache-Generation, X-Cache-Source-Version,"
                  + " X-Cache-Stale-Reason, Cache-Status, Server-Timing, RateLimit,"
                  + " RateLimit-Policy")
          .map(AsciiString::cached)
          .toList();

  private Cors() {}

  /** Whether it reads, or asks whether it may read, what everybody may. */
  static boolean isPublic(HttpServerRequest request) {
    return (READS.contains(request.method().name()) || isPreflight(request))
        && isPublic(request.path());
  }

  static boolean isPublic(String path) {
    return path != null
        && path.startsWith("/api/")
        && CLOSED.stream().noneMatch(closed -> isUnder(path, closed));
  }

  private static boolean isUnder(String path, String closed) {
    int end = "/api/".length() + closed.length();
    return path.startsWith(closed, "/api/".length())
        && (path.length() == end || path.charAt(end) == '/');
  }

  /** Answers a browser that asks whether a page may read; all else goes on. */
  static void go(RoutingContext request) {
    if (!isPreflight(request.request()) || !isPublic(request.request().path())) {
      request.next();
      return;
    }
    HttpServerResponse response = request.response();
    response.putHeader("Access-Control-Allow-Methods", "GET, HEAD");
    response.putHeader(
        "Access-Control-Allow-Headers",
        "Accept, If-None-Match, If-Modified-Since, Last-Event-ID, traceparent, X-Request-Id");
    response.putHeader("Access-Control-Max-Age", "86400");
    response.putHeader(RequestId.HEADER, RequestId.of(request));
    response.setStatusCode(204).end();
  }

  private static boolean isPreflight(HttpServerRequest request) {
    String asked = request.getHeader(METHOD);
    return request.method().equals(HttpMethod.OPTIONS)
        && asked != null
        && READS.contains(asked)
        && request.headers().contains(ORIGIN);
  }
}
