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
    Refusal.keep(request, problem(outcome, request));
    throw new AuthenticationFailedException("refused");
  }

  private static Problem problem(LogIns.Outcome outcome, RoutingContext request) {
    if (outcome instanceof LogIns.TooMany many) {
      many.balance().tell(request.response());
      return many.balance().problem("too many log-ins have failed; wait a while");
    }
    ((LogIns.Wrong) outcome).balance().tell(request.response());
    return Problem.of(ProblemCode.LOGIN_FAILED, "no member has this name and this password");
  }
}
