package app.marquee.security;

import app.marquee.db.Sql;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Who has logged in: what they may do, and whether they still may, says their row at each request.
 */
@Singleton
class SessionIdentities implements IdentityProvider<TrustedAuthenticationRequest> {
  private static final Sql FIND = Sql.of("security/member_of_session.sql");

  private final Pool pool;

  SessionIdentities(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Class<TrustedAuthenticationRequest> getRequestType() {
    return TrustedAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
    return Session.parse(request.getPrincipal())
        .map(session -> find(session).map(rows -> identity(session, rows)))
        .orElseThrow(SessionIdentities::ended);
  }

  private Uni<RowSet<Row>> find(Session session) {
    return FIND.on(pool, Map.of("member_id", session.memberId(), "epoch", session.epoch()));
  }

  private static SecurityIdentity identity(Session session, RowSet<Row> rows) {
    if (rows.rowCount() == 0) {
      throw ended();
    }
    Row member = rows.iterator().next();
    return Caller.identity(member.getString("name"), member.getString("role"), session);
  }

  private static AuthenticationFailedException ended() {
    return new AuthenticationFailedException("the session has ended");
  }
}
