package app.marquee.parks;

import app.marquee.http.ViewAnswers;
import app.marquee.http.ViewChoice;
import app.marquee.http.ViewParameters;
import app.marquee.views.Slice.Format;
import app.marquee.views.View;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The first of a ranking over the hours or days of its period, as JSON for a chart. */
@Path("/api/trends/chart-data")
@Tag(name = "parks")
@Produces(MediaType.APPLICATION_JSON)
public class ChartResource {
  private static final String TYPE = "type";
  private static final String PARKS = "parks";
  private static final String RIDES = "rides";
  private static final String WAITTIMES = "waittimes";
  private static final String RIDE_WAITTIMES = "ridewaittimes";
  private static final ViewChoice CHARTS = new ViewChoice(TYPE, charts(), PARKS);

  private final ViewAnswers answers;

  ChartResource(ViewAnswers answers) {
    this.answers = answers;
  }

  private static Map<String, View> charts() {
    Map<String, View> charts = new LinkedHashMap<>();
    charts.put(PARKS, ChartViews.PARK_SHAME);
    charts.put(RIDES, ChartViews.RIDE_DOWNTIME);
    charts.put(WAITTIMES, ChartViews.WAIT_TIME);
    charts.put(RIDE_WAITTIMES, ChartViews.RIDE_WAIT_TIME);
    return charts;
  }

  @GET
  @Operation(
      summary =
          "Parks by shame or wait, or rides by hours down or wait, per park-local hour or day;"
              + " shame's and waits' points, weighted by their weight, give the ranking's number")
  @Parameter(
      name = TYPE,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {PARKS, RIDES, WAITTIMES, RIDE_WAITTIMES},
              defaultValue = PARKS))
  @Extension(
      name = ViewParameters.VIEW,
      value = "chart_park_shame,chart_ride_downtime,chart_wait_time,chart_ride_wait_time")
  public Uni<Response> chart(@Context RoutingContext request) {
    return answers.page(CHARTS, Format.JSON, request);
  }
}
