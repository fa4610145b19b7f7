package app.marquee.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * No upgrade from HTTP/1.1 to HTTP/2 without TLS. Answers of some 30 kB and more to the upgrading
 * request itself came to a halt now and then, with the JDK's client and with curl alike, and
 * browsers speak HTTP/2 only over TLS, where it stays.
 */
@Singleton
class Http1InTheClear implements HttpServerOptionsCustomizer {
  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}
