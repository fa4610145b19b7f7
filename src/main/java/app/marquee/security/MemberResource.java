package app.marquee.security;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Anybody becomes a member here, while registration is open. */
@Path("/api/members")
@Tag(name = "members")
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {
  private static final List<String> MEMBERS = List.of("name", "password");

  private final Registrations registrations;

  MemberResource(Registrations registrations) {
    this.registrations = registrations;
  }

  /** Who has become a member. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Registered(boolean success, long id, String name, String role) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Become a member; logging in is the next step")
  @RequestBody(content = @Content(schema = @Schema(ref = "registration")))
  @APIResponse(
      responseCode = "201",
      description = "Who one is now",
      content = @Content(schema = @Schema(ref = "registered")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "403,409,413,429")
  public Uni<Response> register(JsonNode json, @Context RoutingContext request) {
    FlagQuery.none(request);
    Body body = Body.of(json, MEMBERS);
    String name = MemberName.normal(body.text("name"));
    String password = body.text("password");
    body.check();
    body.wrong("name", MemberName.fault(name));
    body.wrong("password", PasswordText.fault(password, name));
    body.check();
    return registrations
        .register(name, password, ClientAddress.of(request))
        .map(outcome -> answer(name, outcome, request));
  }

  private static Response answer(
      String name, Registrations.Outcome outcome, RoutingContext request) {
    if (outcome instanceof Registrations.Registered registered) {
      return Response.status(Response.Status.CREATED)
          .entity(new Registered(true, registered.memberId(), name, Roles.MEMBER))
          .build();
    } else if (outcome instanceof Registrations.TooMany many) {
      many.balance().tell(request.response());
      throw many.balance().problem("many have registered from this address already").asException();
    } else if (outcome instanceof Registrations.Closed) {
      throw Problem.of(ProblemCode.FORBIDDEN, "registration is closed; ask an admin").asException();
    }
    throw Problem.of(ProblemCode.MEMBER_EXISTS, name + " is a member already").asException();
  }
}
