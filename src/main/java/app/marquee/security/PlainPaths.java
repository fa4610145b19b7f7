package app.marquee.security;

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
  private static final int NOT_FOUND = 404;

  void register(@Observes Filters filters) {
    filters.register(PlainPaths::refuseParameters, FIRST);
  }

  private static void refuseParameters(RoutingContext context) {
    if (context.request().path().indexOf(';') < 0) {
      context.next();
    } else {
      context.fail(NOT_FOUND);
    }
  }
}
