package app.marquee.proposals;

import app.marquee.http.FlagQuery;
import app.marquee.http.JsonAnswers;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ViewParameters;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is proposed: anybody reads it, members propose, and end what is theirs. */
@Path("/api/proposals")
@Tag(name = "proposals")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalResource {
  static final String ID = "{id: [0-9]{1,18}}";

  private final Proposals proposals;
  private final Proposing proposing;
  private final Endings endings;
  private final SecurityIdentity identity;

  ProposalResource(
      Proposals proposals, Proposing proposing, Endings endings, SecurityIdentity identity) {
    this.proposals = proposals;
    this.proposing = proposing;
    this.endings = endings;
    this.identity = identity;
  }

  @GET
  @Operation(summary = "Proposals with their votes and what is known of the films")
  @Extension(
      name = ViewParameters.NAMED,
      value =
          "proposal_status,proposal_sort,proposal_q,genre,proposer,unvoted,proposal_limit,offset")
  @APIResponse(
      responseCode = "200",
      description = "A page of them",
      headers = {
        @Header(name = "Link", ref = "Link"),
        @Header(name = "Vary", ref = "vary_by_caller")
      },
      content = @Content(schema = @Schema(ref = "proposals")))
  public Uni<Response> list(@Context RoutingContext request) {
    ProposalQuery query = ProposalQuery.read(request);
    Caller reader = Caller.of(identity);
    return proposals
        .list(query, reader)
        .map(
            page -> {
              Response.ResponseBuilder answer =
                  JsonAnswers.read(page.document(), !identity.isAnonymous());
              if (query.hasNext(page.total())) {
                answer.header("Link", "</api/proposals?" + query.next() + ">; rel=\"next\"");
              }
              return answer.build();
            });
  }

  @GET
  @Path(ID)
  @Operation(summary = "One proposal, whatever became of it")
  @APIResponse(
      responseCode = "200",
      description = "The proposal",
      headers = @Header(name = "Vary", ref = "vary_by_caller"),
      content = @Content(schema = @Schema(ref = "proposal_answer")))
  public Uni<Response> find(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    Caller reader = Caller.of(identity);
    return proposals
        .find(id, reader)
        .map(found -> found.orElseThrow(() -> Refusals.unknown(id).asException()))
        .map(document -> JsonAnswers.read(document, !identity.isAnonymous()).build());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Propose a film; what providers know of it is asked for in the background")
  @RequestBody(content = @Content(schema = @Schema(ref = "proposal_request")))
  @APIResponse(
      responseCode = "201",
      description = "The proposal",
      headers = @Header(name = "Location", ref = "proposal_location"),
      content = @Content(schema = @Schema(ref = "proposal_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413,422")
  public Uni<Response> propose(JsonNode body, @Context RoutingContext request) {
    FlagQuery.none(request);
    Caller member = Members.only(identity);
    return proposing
        .propose(ProposalBody.read(body), member)
        .map(Outcome::done)
        .map(
            done ->
                JsonAnswers.written(done.document(), Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, "/api/proposals/" + done.id())
                    .build());
  }

  @DELETE
  @Path(ID)
  @RolesAllowed(Roles.MEMBER)
  @Operation(
      summary = "Withdraw one's own proposal, or remove another's as an admin; its votes stay")
  @APIResponse(
      responseCode = "200",
      description = "The proposal as it is now",
      content = @Content(schema = @Schema(ref = "proposal_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409")
  public Uni<Response> takeAway(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return endings
        .takeAway(id, Caller.of(identity))
        .map(outcome -> JsonAnswers.written(outcome.done().document(), Response.Status.OK).build());
  }

  @POST
  @Path(ID + "/watched")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Say that a film was watched: it goes into the archive, with its votes")
  @APIResponse(
      responseCode = "200",
      description = "The proposal as it is now",
      content = @Content(schema = @Schema(ref = "proposal_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409")
  public Uni<Response> watched(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return endings
        .watched(id, Caller.of(identity))
        .map(outcome -> JsonAnswers.written(outcome.done().document(), Response.Status.OK).build());
  }
}
