package app.marquee.proposals;

import app.marquee.http.FlagQuery;
import app.marquee.http.JsonAnswers;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ViewParameters;
import app.marquee.security.Caller;
import app.marquee.security.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rounds: votes with an end and a winner. Anybody reads them, an admin opens and closes them. */
@Path("/api/rounds")
@Tag(name = "proposals")
@Produces(MediaType.APPLICATION_JSON)
public class RoundResource {
  private static final int MOST = 100;
  private static final int USUAL = 20;

  private final Rounds rounds;
  private final RoundClosing closing;
  private final Clock clock;
  private final SecurityIdentity identity;

  RoundResource(Rounds rounds, RoundClosing closing, Clock clock, SecurityIdentity identity) {
    this.rounds = rounds;
    this.closing = closing;
    this.clock = clock;
    this.identity = identity;
  }

  @GET
  @Operation(summary = "The newest rounds, with the winners of those that are closed")
  @Extension(name = ViewParameters.NAMED, value = "round_limit")
  @APIResponse(
      responseCode = "200",
      description = "The rounds",
      headers = @Header(name = "Vary", ref = "vary_by_caller"),
      content = @Content(schema = @Schema(ref = "rounds")))
  public Uni<Response> list(@Context RoutingContext request) {
    return rounds
        .list(FlagQuery.read(request, "limit", 1, MOST, USUAL))
        .map(document -> JsonAnswers.read(document, !identity.isAnonymous()).build());
  }

  @GET
  @Path(ProposalResource.ID)
  @Operation(summary = "One round")
  @APIResponse(
      responseCode = "200",
      description = "The round",
      headers = @Header(name = "Vary", ref = "vary_by_caller"),
      content = @Content(schema = @Schema(ref = "round_answer")))
  public Uni<Response> find(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return rounds
        .find(id)
        .map(found -> found.orElseThrow(() -> Refusals.roundUnknown(id).asException()))
        .map(document -> JsonAnswers.read(document, !identity.isAnonymous()).build());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Open a round over all open proposals; one at a time")
  @RequestBody(content = @Content(schema = @Schema(ref = "round_request")))
  @APIResponse(
      responseCode = "201",
      description = "The round",
      headers = @Header(name = "Location", ref = "round_location"),
      content = @Content(schema = @Schema(ref = "round_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413")
  public Uni<Response> open(JsonNode body, @Context RoutingContext request) {
    FlagQuery.none(request);
    return rounds
        .open(RoundBody.read(body, clock.instant()), Caller.of(identity))
        .map(Outcome::done)
        .map(
            done ->
                JsonAnswers.written(done.document(), Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, "/api/rounds/" + done.id())
                    .build());
  }

  @POST
  @Path(ProposalResource.ID + "/close")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Close a round and fix its winner; a tie is drawn by a seed that is told")
  @APIResponse(
      responseCode = "200",
      description = "The round with its winner",
      content = @Content(schema = @Schema(ref = "round_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409")
  public Uni<Response> close(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return closing
        .close(id, Caller.of(identity))
        .map(Outcome::done)
        .map(done -> JsonAnswers.written(done.document(), Response.Status.OK).build());
  }
}
