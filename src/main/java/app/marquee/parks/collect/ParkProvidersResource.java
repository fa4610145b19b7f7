package app.marquee.parks.collect;

import app.marquee.http.FlagQuery;
import app.marquee.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
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

/** How the providers of wait times stand. */
@Path("/api/admin/providers")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class ParkProvidersResource {
  private final ProviderReport report;

  ParkProvidersResource(ProviderReport report) {
    this.report = report;
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(
      summary = "The configured providers of wait times: last cycle, last delivery, what failed")
  @APIResponse(
      responseCode = "200",
      description = "How they stand; none where no parks are named for any",
      content = @Content(schema = @Schema(ref = "park_providers")))
  public Uni<String> providers(@Context RoutingContext request) {
    FlagQuery.none(request);
    return report.report();
  }
}
