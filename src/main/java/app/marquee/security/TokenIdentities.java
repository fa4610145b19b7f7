package app.marquee.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Who sends a token: its name is theirs, its role decides what they may do. */
@Singleton
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {
  private final ApiTokens tokens;

  TokenIdentities(ApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!request.getToken().getType().equals(BearerMechanism.OURS)) {
      return Uni.createFrom().nullItem();
    }
    return tokens
        .find(request.getToken().getToken())
        .map(
            found ->
                found
                    .map(TokenIdentities::identity)
                    .orElseThrow(() -> new AuthenticationFailedException("unknown token")));
  }

  private static SecurityIdentity identity(ApiToken token) {
    return Caller.identity(token.name(), token.role(), token.memberId());
  }
}
