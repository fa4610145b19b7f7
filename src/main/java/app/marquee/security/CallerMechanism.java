package app.marquee.security;

import app.marquee.db.DatabaseFailure;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.http.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The one way in: a token, of ours or of an issuer we trust, else the form of a log-in, else the
 * cookie of one. Whoever sends a token is whom the token says, cookie or not.
 */
@Alternative
@Priority(1)
@Singleton
class CallerMechanism implements HttpAuthenticationMechanism {
  static final String LOGIN = "/api/login";
  private static final int RETRY_SECONDS = 5;

  private final BearerMechanism tokens;
  private final OidcCallers oidc;
  private final FormAuthenticationMechanism form;
  private final SessionCookie cookie;

  CallerMechanism(
      BearerMechanism tokens,
      OidcCallers oidc,
      FormAuthenticationMechanism form,
      SessionCookie cookie) {
    this.tokens = tokens;
    this.oidc = oidc;
    this.form = form;
    this.cookie = cookie;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    if (isLogin(request)) {
      return LoginForm.refusal(request)
          .map(problem -> refused(request, problem))
          .orElseGet(() -> form.authenticate(request, identities))
          .onFailure(DatabaseFailure::is)
          .recoverWithUni(away -> unavailable(request));
    }
    if (BearerMechanism.isSent(request)) {
      return oidc.take(BearerMechanism.token(request))
          ? oidc.authenticate(request, identities)
          : tokens.authenticate(request, identities);
    }
    return form.authenticate(request, identities)
        .onFailure(AuthenticationFailedException.class)
        .recoverWithUni(ended -> nobody(request))
        .onFailure(DatabaseFailure::is)
        .recoverWithUni(away -> unavailable(request))
        .chain(member -> member == null ? nobody() : ofOurPages(request, member));
  }

  // The form takes every path with this end, resources only the one.
  private static boolean isLogin(RoutingContext request) {
    return request.request().method().equals(HttpMethod.POST)
        && request.normalizedPath().endsWith(LOGIN);
  }

  private Uni<SecurityIdentity> ofOurPages(RoutingContext request, SecurityIdentity member) {
    if (!SameSite.changesNothing(request.request()) && !SameSite.sent(request.request())) {
      return refused(request, LoginForm.crossSite());
    }
    cookie.keepPrivate(request);
    return Uni.createFrom().item(member);
  }

  /** A session that has ended is no reason to refuse what anybody may read. */
  private Uni<SecurityIdentity> nobody(RoutingContext request) {
    cookie.clear(request);
    cookie.keepPrivate(request);
    return nobody();
  }

  private static Uni<SecurityIdentity> nobody() {
    return Uni.createFrom().nullItem();
  }

  private static Uni<SecurityIdentity> unavailable(RoutingContext request) {
    return refused(
        request,
        Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "try again in a moment")
            .header("Retry-After", RETRY_SECONDS));
  }

  private static Uni<SecurityIdentity> refused(RoutingContext request, Problem problem) {
    Refusal.keep(request, problem);
    return Uni.createFrom().failure(new AuthenticationFailedException("refused"));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    Optional<Problem> refusal = Refusal.of(request);
    if (refusal.isEmpty()) {
      return tokens.sendChallenge(request);
    }
    refusal.get().answer(request);
    return Uni.createFrom().item(true);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return tokens.getChallenge(request);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    Set<Class<? extends AuthenticationRequest>> types = new HashSet<>(form.getCredentialTypes());
    types.addAll(tokens.getCredentialTypes());
    return types;
  }
}
