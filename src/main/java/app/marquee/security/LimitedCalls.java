package app.marquee.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/**
 * Refuses what a caller does too often, once it is known that they may, and before the body is read
 * or anything is done.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class LimitedCalls implements ResteasyReactiveContainerRequestFilter {
  private final RateLimits limits;
  private final SecurityIdentity identity;

  LimitedCalls(RateLimits limits, SecurityIdentity identity) {
    this.limits = limits;
    this.identity = identity;
  }

  @Override
  public void filter(ResteasyReactiveContainerRequestContext context) {
    ResteasyReactiveRequestContext asked =
        (ResteasyReactiveRequestContext) context.getServerRequestContext();
    Limited limited =
        asked.getResteasyReactiveResourceInfo().getResourceMethod().getAnnotation(Limited.class);
    if (limited == null) {
      return;
    }
    RoutingContext request = asked.unwrap(RoutingContext.class);
    request.request().pause();
    context.suspend();
    limits
        .spend(limited.value(), key(request))
        .subscribe()
        .with(balance -> go(context, request, balance), context::resume);
  }

  private static void go(
      ResteasyReactiveContainerRequestContext context, RoutingContext request, Balance balance) {
    balance.tell(request.response());
    if (balance.spent()) {
      context.resume();
    } else {
      context.resume(balance.problem("see RateLimit-Policy, and wait").asException());
    }
  }

  private String key(RoutingContext request) {
    Caller caller = Caller.of(identity);
    return caller
        .member()
        .map(id -> "member " + id)
        .orElseGet(
            () ->
                caller.name().isEmpty()
                    ? "address " + ClientAddress.of(request)
                    : "token " + caller.name());
  }
}
