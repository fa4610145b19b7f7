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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which parks and rides are broken or crowded, as JSON and as CSV. */
@Path("/api")
@Tag(name = "parks")
public class RankingResource {
  private final ViewAnswers answers;

  RankingResource(ViewAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Path("parks/downtime")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Parks by shame: the share of their rides' weighted open time that was lost, times ten")
  @Extension(name = ViewParameters.VIEW, value = "park_downtime")
  public Uni<Response> parkDowntime(@Context RoutingContext request) {
    return answers.page(ParkViews.PARK_DOWNTIME, Format.JSON, request);
  }

  @GET
  @Path("parks/downtime.csv")
  @Produces("text/csv")
  @Operation(summary = "Parks by shame, as CSV")
  @Extension(name = ViewParameters.VIEW, value = "park_downtime")
  public Uni<Response> parkDowntimeCsv(@Context RoutingContext request) {
    return answers.page(ParkViews.PARK_DOWNTIME, Format.CSV, request);
  }

  @GET
  @Path("rides/downtime")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Rides by hours down")
  @Extension(name = ViewParameters.VIEW, value = "ride_downtime")
  public Uni<Response> rideDowntime(@Context RoutingContext request) {
    return answers.page(ParkViews.RIDE_DOWNTIME, Format.JSON, request);
  }

  @GET
  @Path("rides/downtime.csv")
  @Produces("text/csv")
  @Operation(summary = "Rides by hours down, as CSV")
  @Extension(name = ViewParameters.VIEW, value = "ride_downtime")
  public Uni<Response> rideDowntimeCsv(@Context RoutingContext request) {
    return answers.page(ParkViews.RIDE_DOWNTIME, Format.CSV, request);
  }

  @GET
  @Path("parks/waittimes")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Parks by average wait")
  @Extension(name = ViewParameters.VIEW, value = "park_waittimes")
  public Uni<Response> parkWaits(@Context RoutingContext request) {
    return answers.page(ParkViews.PARK_WAITTIMES, Format.JSON, request);
  }

  @GET
  @Path("parks/waittimes.csv")
  @Produces("text/csv")
  @Operation(summary = "Parks by average wait, as CSV")
  @Extension(name = ViewParameters.VIEW, value = "park_waittimes")
  public Uni<Response> parkWaitsCsv(@Context RoutingContext request) {
    return answers.page(ParkViews.PARK_WAITTIMES, Format.CSV, request);
  }

  @GET
  @Path("rides/waittimes")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Rides by average wait")
  @Extension(name = ViewParameters.VIEW, value = "ride_waittimes")
  public Uni<Response> rideWaits(@Context RoutingContext request) {
    return answers.page(ParkViews.RIDE_WAITTIMES, Format.JSON, request);
  }

  @GET
  @Path("rides/waittimes.csv")
  @Produces("text/csv")
  @Operation(summary = "Rides by average wait, as CSV")
  @Extension(name = ViewParameters.VIEW, value = "ride_waittimes")
  public Uni<Response> rideWaitsCsv(@Context RoutingContext request) {
    return answers.page(ParkViews.RIDE_WAITTIMES, Format.CSV, request);
  }
}
