package app.marquee.predictions;

import app.marquee.http.QueryReader;
import app.marquee.http.ViewParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a profile's predictions should be refreshed. */
@Path("/api/predictions/status")
@Tag(name = "predictions")
@Produces(MediaType.APPLICATION_JSON)
public class PredictionStatusResource {
  private final StatusReport report;
  private final Profiles profiles;

  PredictionStatusResource(StatusReport report, Profiles profiles) {
    this.report = report;
    this.profiles = profiles;
  }

  @GET
  @Operation(summary = "What has changed since a profile's predictions were made")
  @APIResponse(
      responseCode = "200",
      description = "How they stand",
      content = @Content(schema = @Schema(ref = "prediction_status")))
  @Extension(name = ViewParameters.NAMED, value = "profile")
  public Uni<PredictionStatus> status(@Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    String slug = query.oneOf("profile", profiles.active(), profiles.defaultSlug());
    query.check();
    return report.of(slug);
  }
}
