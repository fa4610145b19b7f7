package app.marquee.security;

import app.marquee.http.DocumentedSessions;
import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's password, changed by the member. */
@Path("/api/me/password")
@Tag(name = "members")
public class PasswordResource {
  private static final String OLD = "old_password";
  private static final String NEW = "new_password";

  private final SecurityIdentity identity;
  private final PasswordChange change;
  private final SessionCookie cookie;

  PasswordResource(SecurityIdentity identity, PasswordChange change, SessionCookie cookie) {
    this.identity = identity;
    this.change = change;
    this.cookie = cookie;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Change one's password; all other sessions end")
  @RequestBody(content = @Content(schema = @Schema(ref = "password_change")))
  @APIResponse(
      responseCode = "204",
      description = "It is the new one now, and the session goes on",
      headers = @Header(name = "Set-Cookie", ref = "session_cookie"))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413,429")
  @Extension(name = DocumentedSessions.ONLY, value = "true")
  public Uni<Response> change(JsonNode json, @Context RoutingContext request) {
    Caller member = Members.loggedIn(identity);
    FlagQuery.none(request);
    Body body = Body.of(json, List.of(OLD, NEW));
    String old = body.text(OLD);
    String wanted = body.text(NEW);
    body.check();
    body.wrong(NEW, PasswordText.fault(wanted, member.name()));
    body.check();
    return change.change(member, old, wanted).map(outcome -> answer(outcome, request));
  }

  private Response answer(PasswordChange.Outcome outcome, RoutingContext request) {
    if (outcome instanceof PasswordChange.Changed changed) {
      cookie.save(request, changed.session());
      return Response.noContent().build();
    } else if (outcome instanceof PasswordChange.TooMany many) {
      many.balance().tell(request.response());
      throw many.balance().problem("too many wrong passwords; wait a while").asException();
    }
    throw Problem.of(ProblemCode.FORBIDDEN, "the old password is another").asException();
  }
}
