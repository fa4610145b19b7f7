package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.http.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Who logs in with a name and a password. */
@Singleton
class LoginIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final LogIns logIns;

  LoginIdentities(LogIns logIns) {
    this.logIns = logIns;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest given, AuthenticationRequestContext context) {
    RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(given);
    return logIns
        .attempt(
            given.getUsername(),
            new String(given.getPassword().getPassword()),
            ClientAddress.of(request))
        .map(outcome -> identity(outcome, request));
  }

  private static SecurityIdentity identity(LogIns.Outcome outcome, RoutingContext request) {
    if (outcome instanceof LogIns.LoggedIn done) {
      return Caller.identity(done.name(), done.role(), done.session());
    }
    Refusal.keep(
        request,
        outcome instanceof LogIns.TooMany many
            ? Problem.of(
                    ProblemCode.TOO_MANY_REQUESTS, "too many log-ins have failed; wait a while")
                .header("Retry-After", many.retryAfter().toSeconds())
            : Problem.of(ProblemCode.LOGIN_FAILED, "no member has this name and this password"));
    throw new AuthenticationFailedException("refused");
  }
}
