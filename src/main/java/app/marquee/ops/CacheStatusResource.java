package app.marquee.ops;

import app.marquee.http.FlagQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How fresh everything is, from this node's memory: cheap enough to poll every second. */
@Path("/api/admin/cache-status")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class CacheStatusResource {
  private final CacheReport report;

  CacheStatusResource(CacheReport report) {
    this.report = report;
  }

  @GET
  @RolesAllowed({"admin", "ops"})
  @Operation(
      summary = "State, age and reason of every key; counts, last and next refresh, hit rate")
  @Parameter(
      name = "detail",
      in = ParameterIn.QUERY,
      description = "Whether every key is told of.",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
  @APIResponse(
      responseCode = "200",
      description = "How everything stands",
      content = @Content(schema = @Schema(ref = "cache_status")))
  public Uni<CacheReport.CacheStatus> status(@Context RoutingContext request) {
    boolean detail = FlagQuery.read(request, "detail", true);
    return Uni.createFrom().item(report.status(detail));
  }
}
