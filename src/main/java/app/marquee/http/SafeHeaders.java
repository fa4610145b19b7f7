package app.marquee.http;

import io.netty.util.AsciiString;
import io.quarkus.runtime.LaunchMode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/**
 * What every answer tells a browser about itself, whoever gives it: it is no document to run or to
 * frame, its type is what it says, and where it was asked from is nobody's business. Pages say it
 * anew, as they load scripts.
 */
@ApplicationScoped
class SafeHeaders {
  static final AsciiString POLICY = AsciiString.cached("Content-Security-Policy");

  /** Behind {@link FrontRoute}, which writes them itself, and in front of all that answers. */
  private static final int BEFORE_AUTHENTICATION = -9_000;

  private static final AsciiString TRANSPORT = AsciiString.cached("Strict-Transport-Security");
  private static final AsciiString A_YEAR = AsciiString.cached("max-age=31536000");
  private static final AsciiString SITES = AsciiString.cached("Cross-Origin-Resource-Policy");

  private static final List<AsciiString> ON_ALL =
      Stream.of(
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "no-referrer",
              "Permissions-Policy",
              "camera=(), geolocation=(), microphone=(), payment=()",
              "Cross-Origin-Opener-Policy",
              "same-origin",
              POLICY.toString(),
              "default-src 'none'; frame-ancestors 'none'")
          .map(AsciiString::cached)
          .toList();

  /** Names and values in turn, of what anybody may read from anywhere. */
  static final List<AsciiString> ON_PUBLIC =
      Stream.of(
              ON_ALL.stream(),
              Stream.of(SITES, AsciiString.cached("cross-origin")),
              Cors.ON_PUBLIC.stream())
          .flatMap(lines -> lines)
          .toList();

  private static final List<AsciiString> ON_OTHERS =
      Stream.concat(ON_ALL.stream(), Stream.of(SITES, AsciiString.cached("same-origin"))).toList();

  void stand(@Observes Router router) {
    boolean development = LaunchMode.current() == LaunchMode.DEVELOPMENT;
    router
        .route()
        .order(BEFORE_AUTHENTICATION)
        .handler(
            request -> {
              write(request);
              if (development) {
                // The development console is made of scripts.
                request.response().headers().remove(POLICY);
              }
              Cors.go(request);
            });
  }

  private static void write(RoutingContext request) {
    MultiMap headers = request.response().headers();
    List<AsciiString> lines = Cors.isPublic(request.request()) ? ON_PUBLIC : ON_OTHERS;
    for (int i = 0; i < lines.size(); i += 2) {
      headers.set(lines.get(i), lines.get(i + 1));
    }
    onTls(request.request(), headers);
  }

  /** Browsers that came by TLS once come by it from then on. */
  static void onTls(HttpServerRequest request, MultiMap headers) {
    if (request.isSSL()) {
      headers.set(TRANSPORT, A_YEAR);
    }
  }
}
