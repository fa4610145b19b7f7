package app.marquee.parks;

import app.marquee.http.ViewAnswers;
import app.marquee.http.ViewParameters;
import app.marquee.views.Slice.Format;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@link TrendResource}'s answers as CSV, at an address that is not below its own. */
@Path("/api/trends.csv")
@Tag(name = "parks")
@Produces("text/csv")
public class TrendCsvResource {
  private final ViewAnswers answers;

  TrendCsvResource(ViewAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Operation(summary = "Parks or rides by the change of their uptime, as CSV")
  @Parameter(
      name = TrendResource.CATEGORY,
      in = ParameterIn.QUERY,
      required = true,
      schema =
          @Schema(
              enumeration = {
                TrendResource.PARKS_IMPROVING,
                TrendResource.PARKS_DECLINING,
                TrendResource.RIDES_IMPROVING,
                TrendResource.RIDES_DECLINING
              }))
  @Extension(name = ViewParameters.VIEW, value = TrendResource.VIEWS)
  public Uni<Response> trends(@Context RoutingContext request) {
    return answers.page(TrendResource.TRENDS, Format.CSV, request);
  }
}
