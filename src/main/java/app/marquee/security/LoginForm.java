package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** What a log-in must be before its form is read. */
final class LoginForm {
  private static final String TYPE = "application/x-www-form-urlencoded";
  private static final int LONGEST = 4096;

  private LoginForm() {}

  /** Why it is not read; empty if it is. */
  static Optional<Problem> refusal(RoutingContext context) {
    HttpServerRequest request = context.request();
    String type = String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE));
    String length = String.valueOf(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    if (!context.normalizedPath().equals(CallerMechanism.LOGIN)) {
      return Optional.of(Problem.of(ProblemCode.NOT_FOUND, "there is nothing at this address"));
    } else if (!SameSite.sent(request)) {
      return Optional.of(crossSite());
    } else if (!length.matches("\\d{1,9}") || Integer.parseInt(length) > LONGEST) {
      return Optional.of(
          Problem.of(
              ProblemCode.BODY_TOO_LARGE,
              "at most "
                  + LONGEST
                  + " bytes are taken here, and Content-Length must tell how many"));
    } else if (!type.split(";")[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
      return Optional.of(
          Problem.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED, "name and password come as " + TYPE));
    }
    return Optional.empty();
  }

  static Problem crossSite() {
    return Problem.of(
        ProblemCode.CROSS_SITE,
        "with a cookie, Sec-Fetch-Site, or Origin, must tell that a page of this service asks");
  }
}
