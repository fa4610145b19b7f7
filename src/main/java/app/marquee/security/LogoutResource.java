package app.marquee.security;

import app.marquee.http.FlagQuery;
import app.marquee.http.ProblemAnswers;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of a session in the browser that asks; those in other browsers go on. */
@Path("/api/logout")
@Tag(name = "members")
public class LogoutResource {
  private final SecurityIdentity identity;
  private final SessionCookie cookie;
  private final AuditLog audit;
  private final Pool pool;

  LogoutResource(SecurityIdentity identity, SessionCookie cookie, AuditLog audit, Pool pool) {
    this.identity = identity;
    this.cookie = cookie;
    this.audit = audit;
    this.pool = pool;
  }

  @POST
  @Operation(summary = "Log out; nobody is logged out already")
  @APIResponse(responseCode = "204", description = "The browser forgets the session's cookie")
  @Extension(name = ProblemAnswers.EXTENSION, value = "403")
  public Uni<Response> logout(@Context RoutingContext request) {
    FlagQuery.none(request);
    Response done = Response.noContent().build();
    if (!Caller.hasLoggedIn(identity)) {
      cookie.clear(request);
      return Uni.createFrom().item(done);
    }
    FormAuthenticationMechanism.logout(request);
    Caller caller = Caller.of(identity);
    return audit
        .record(pool, caller, AuditLog.Entry.of("logout", "member " + caller.memberId()))
        .replaceWith(done);
  }
}
