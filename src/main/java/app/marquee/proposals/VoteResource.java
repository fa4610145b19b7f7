package app.marquee.proposals;

import app.marquee.http.FlagQuery;
import app.marquee.http.JsonAnswers;
import app.marquee.http.ProblemAnswers;
import app.marquee.security.Members;
import app.marquee.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's vote for a proposal: there or not, never toggled. */
@Path("/api/proposals")
@Tag(name = "proposals")
@Produces(MediaType.APPLICATION_JSON)
public class VoteResource {
  private final Ballot ballot;
  private final SecurityIdentity identity;

  VoteResource(Ballot ballot, SecurityIdentity identity) {
    this.ballot = ballot;
    this.identity = identity;
  }

  @PUT
  @Path(ProposalResource.ID + "/vote")
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Vote for a proposal; twice is once")
  @APIResponse(
      responseCode = "200",
      description = "The vote counts",
      content = @Content(schema = @Schema(ref = "vote_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,422")
  public Uni<Response> give(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return answer(ballot.give(id, Members.only(identity)));
  }

  @DELETE
  @Path(ProposalResource.ID + "/vote")
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Take one's vote back; twice is once")
  @APIResponse(
      responseCode = "200",
      description = "There is no such vote any more",
      content = @Content(schema = @Schema(ref = "vote_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409")
  public Uni<Response> takeBack(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return answer(ballot.takeBack(id, Members.only(identity)));
  }

  private static Uni<Response> answer(Uni<Outcome> outcome) {
    return outcome
        .map(Outcome::done)
        .map(done -> JsonAnswers.written(done.document(), Response.Status.OK).build());
  }
}
