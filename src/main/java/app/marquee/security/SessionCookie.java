package app.marquee.security;

import io.quarkus.vertx.http.runtime.FormAuthConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The cookie that Quarkus' form authentication writes and reads, where we have to touch it. */
@Singleton
class SessionCookie {
  private final String name;
  private final PersistentLoginManager cookies;

  SessionCookie(VertxHttpConfig http) {
    FormAuthConfig form = http.auth().form();
    name = form.cookieName();
    cookies =
        new PersistentLoginManager(
            http.encryptionKey().orElse(null),
            name,
            form.timeout().toMillis(),
            form.newCookieInterval().toMillis(),
            form.httpOnlyCookie(),
            form.cookieSameSite().name(),
            form.cookiePath().orElse(null),
            form.cookieMaxAge().map(Duration::toSeconds).orElse(-1L),
            form.cookieDomain().orElse(null));
  }

  /** Gives the answer a cookie of that session, instead of the one there was. */
  void save(RoutingContext request, Session session) {
    cookies.save(session.text(), request, name, null, request.request().isSSL());
  }

  /** Lets the browser forget one that means nothing any more, and so was not renewed. */
  void clear(RoutingContext request) {
    cookies.clear(request);
  }

  /**
   * What is answered to a member is nobody else's, unless it says so; and what says so must not
   * hand on the member's cookie.
   */
  void keepPrivate(RoutingContext request) {
    request.addHeadersEndHandler(
        headers -> {
          HttpServerResponse response = request.response();
          String cached = response.headers().get(HttpHeaders.CACHE_CONTROL);
          if (cached == null) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
          } else if (cached.contains("public")) {
            response.removeCookies(name, false);
          }
        });
  }
}
