package app.marquee.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Why a request is refused before anybody knows who sends it: kept with it until it is answered.
 */
public final class Refusal {
  private static final String KEY = "marquee.refusal";

  private Refusal() {}

  public static void keep(RoutingContext request, Problem problem) {
    request.put(KEY, problem);
  }

  public static Optional<Problem> of(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }
}
