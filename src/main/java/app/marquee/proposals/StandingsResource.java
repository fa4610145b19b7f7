package app.marquee.proposals;

import app.marquee.http.ViewAnswers;
import app.marquee.http.ViewParameters;
import app.marquee.views.Slice.Format;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The standings of the vote, for displays and embeds. */
@Path("/api/proposals")
@Tag(name = "proposals")
public class StandingsResource {
  private final ViewAnswers answers;

  StandingsResource(ViewAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Path("standings")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Proposals by votes: of all that are open, or of the newest round")
  @Extension(name = ViewParameters.VIEW, value = "proposals_standings")
  public Uni<Response> standings(@Context RoutingContext request) {
    return answers.page(ProposalViews.STANDINGS, Format.JSON, request);
  }
}
