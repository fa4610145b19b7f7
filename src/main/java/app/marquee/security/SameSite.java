package app.marquee.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Whether a page of ours sent a request, as far as its browser tells. A browser adds the cookie
 * whatever page asks; what it says of that page, no page can change.
 */
final class SameSite {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private SameSite() {}

  static boolean changesNothing(HttpServerRequest request) {
    return SAFE.contains(request.method());
  }

  static boolean sent(HttpServerRequest request) {
    return request.authority() != null && sent(request.headers(), request.authority().toString());
  }

  /** Without a word of the browser's own: by the page's address, which must be given. */
  static boolean sent(MultiMap headers, String host) {
    String site = headers.get("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    String origin = headers.get("Origin");
    return isOf(origin == null ? headers.get("Referer") : origin, host);
  }

  private static boolean isOf(String address, String host) {
    if (address == null) {
      return false;
    }
    try {
      return host.equalsIgnoreCase(new URI(address).getAuthority());
    } catch (URISyntaxException nobodys) {
      return false;
    }
  }
}
