package app.marquee.predictions;

import app.marquee.http.QueryReader;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
  public Uni<PredictionStatus> status(
      @QueryParam("profile") String profile, @Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    String slug = query.oneOf("profile", profiles.active(), profiles.defaultSlug());
    query.check();
    return report.of(slug);
  }
}
