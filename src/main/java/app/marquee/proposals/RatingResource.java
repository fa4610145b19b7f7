package app.marquee.proposals;

import app.marquee.http.FlagQuery;
import app.marquee.http.JsonAnswers;
import app.marquee.http.ProblemAnswers;
import app.marquee.security.Caller;
import app.marquee.security.Members;
import app.marquee.security.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a member thought of a watched film. */
@Path("/api/proposals")
@Tag(name = "proposals")
@Produces(MediaType.APPLICATION_JSON)
public class RatingResource {
  private final Ratings ratings;
  private final SecurityIdentity identity;

  RatingResource(Ratings ratings, SecurityIdentity identity) {
    this.ratings = ratings;
    this.identity = identity;
  }

  @PUT
  @Path(ProposalResource.ID + "/rating")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Rate a watched film, one star to five; anew replaces it")
  @RequestBody(content = @Content(schema = @Schema(ref = "rating_request")))
  @APIResponse(
      responseCode = "200",
      description = "The proposal with its ratings",
      content = @Content(schema = @Schema(ref = "proposal_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413")
  public Uni<Response> rate(
      @PathParam("id") long id, JsonNode body, @Context RoutingContext request) {
    FlagQuery.none(request);
    Caller member = Members.only(identity);
    return answer(ratings.rate(id, stars(body), member));
  }

  private static int stars(JsonNode body) {
    BodyReader reader = new BodyReader(body);
    Integer stars = reader.integer("stars", 1, Ratings.MOST_STARS);
    if (!body.hasNonNull("stars")) {
      reader.wrong("stars", "is required", null);
    }
    reader.check();
    return stars;
  }

  @DELETE
  @Path(ProposalResource.ID + "/rating")
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Take one's rating back; twice is once")
  @APIResponse(
      responseCode = "200",
      description = "The proposal with the ratings that are left",
      content = @Content(schema = @Schema(ref = "proposal_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409")
  public Uni<Response> takeBack(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return answer(ratings.takeBack(id, Members.only(identity)));
  }

  private static Uni<Response> answer(Uni<Outcome> outcome) {
    return outcome
        .map(Outcome::done)
        .map(done -> JsonAnswers.written(done.document(), Response.Status.OK).build());
  }
}
