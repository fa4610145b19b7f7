package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Reads {@code Authorization: Bearer …}; any other scheme is no claim to be anybody. */
@Singleton
class BearerMechanism implements HttpAuthenticationMechanism {
  /** The type of tokens we made ourselves. */
  static final String OURS = "marquee";

  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "Bearer realm=\"marquee\"";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    if (!isSent(context)) {
      return Uni.createFrom().nullItem();
    }
    return identities.authenticate(
        new TokenAuthenticationRequest(new TokenCredential(token(context), OURS)));
  }

  /** The token of a request that {@link #isSent sends one}. */
  static String token(RoutingContext context) {
    return context
        .request()
        .getHeader(HttpHeaders.AUTHORIZATION)
        .substring(SCHEME.length())
        .strip();
  }

  static boolean isSent(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", CHALLENGE));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    Problem.of(
            ProblemCode.UNAUTHENTICATED, "log in, or send Authorization: Bearer with a valid token")
        .header("WWW-Authenticate", CHALLENGE)
        .answer(context);
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }
}
