package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * No path of ours has parameters ({@code /admin;x/…}). Path policies read them as part of the name,
 * resources cut them off, so one could walk past the other.
 */
class PlainPaths {
  // Ahead of authentication, which is at 200.
  private static final int FIRST = 300;

  void register(@Observes Filters filters) {
    filters.register(PlainPaths::refuseParameters, FIRST);
  }

  private static void refuseParameters(RoutingContext context) {
    if (context.request().path().indexOf(';') < 0) {
      context.next();
    } else {
      Problem.of(ProblemCode.NOT_FOUND, "no address here has parameters in its path")
          .answer(context);
    }
  }
}
