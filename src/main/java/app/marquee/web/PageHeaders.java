package app.marquee.web;

import io.vertx.core.http.HttpServerResponse;

/**
 * What a browser may do with pages: nothing that does not come from here. What every answer says is
 * said before; this is what differs.
 */
final class PageHeaders {
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types lit-html");

  /**
   * Swagger UI brings a script and styles within its page; they may still load nothing from
   * elsewhere.
   */
  private static final String POLICY_OF_SWAGGER_UI =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private PageHeaders() {}

  static void onPage(HttpServerResponse response) {
    onDocument(response, POLICY);
  }

  static void onSwaggerUi(HttpServerResponse response) {
    onDocument(response, POLICY_OF_SWAGGER_UI);
  }

  private static void onDocument(HttpServerResponse response, String policy) {
    response
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Referrer-Policy", "same-origin");
  }
}
