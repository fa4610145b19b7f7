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

/** The first of a ranking over the hours or days of its period, as a matrix. */
@Path("/api/trends/heatmap-data")
@Tag(name = "parks")
@Produces(MediaType.APPLICATION_JSON)
public class HeatMapResource {
  private static final String TYPE = "type";
  private static final String PARKS_SHAME = "parks-shame";
  private static final String PARKS_WAITTIMES = "parks-waittimes";
  private static final String RIDES_DOWNTIME = "rides-downtime";
  private static final String RIDES_WAITTIMES = "rides-waittimes";

  /** Without a type there is no saying what is asked for. */
  private static final ViewChoice HEAT_MAPS = new ViewChoice(TYPE, heatMaps(), null);

  private final ViewAnswers answers;

  HeatMapResource(ViewAnswers answers) {
    this.answers = answers;
  }

  private static Map<String, View> heatMaps() {
    Map<String, View> heatMaps = new LinkedHashMap<>();
    heatMaps.put(PARKS_SHAME, HeatMapViews.PARKS_SHAME);
    heatMaps.put(PARKS_WAITTIMES, HeatMapViews.PARKS_WAITTIMES);
    heatMaps.put(RIDES_DOWNTIME, HeatMapViews.RIDES_DOWNTIME);
    heatMaps.put(RIDES_WAITTIMES, HeatMapViews.RIDES_WAITTIMES);
    return heatMaps;
  }

  @GET
  @Operation(
      summary =
          "Parks by shame or wait, or rides by hours down or wait, as a matrix over park-local"
              + " hours or days: row i is of entity i")
  @Parameter(
      name = TYPE,
      in = ParameterIn.QUERY,
      required = true,
      schema =
          @Schema(enumeration = {PARKS_SHAME, PARKS_WAITTIMES, RIDES_DOWNTIME, RIDES_WAITTIMES}))
  @Extension(
      name = ViewParameters.VIEW,
      value =
          "heatmap_parks-shame,heatmap_parks-waittimes,heatmap_rides-downtime,heatmap_rides-waittimes")
  public Uni<Response> heatMap(@Context RoutingContext request) {
    return answers.page(HEAT_MAPS, Format.JSON, request);
  }
}
