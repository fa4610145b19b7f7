package app.marquee.proposals.metadata;

import app.marquee.http.FlagQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much is known of the proposed films, and how old it is. */
@Path("/api/stats/metadata-cache")
@Tag(name = "proposals")
@Produces(MediaType.APPLICATION_JSON)
public class MetadataStatsResource {
  private final MetadataStats stats;

  MetadataStatsResource(MetadataStats stats) {
    this.stats = stats;
  }

  @GET
  @Operation(
      summary = "How much is known of the proposed films, and how often providers were asked")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content = @Content(schema = @Schema(ref = "metadata_stats")))
  public Uni<MetadataStats.Report> stats(@Context RoutingContext request) {
    FlagQuery.none(request);
    return stats.report();
  }
}
