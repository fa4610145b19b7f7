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

/** Which parks and rides have become more or less reliable, as JSON. */
@Path("/api/trends")
@Tag(name = "parks")
@Produces(MediaType.APPLICATION_JSON)
public class TrendResource {
  static final String CATEGORY = "category";
  static final String PARKS_IMPROVING = "parks-improving";
  static final String PARKS_DECLINING = "parks-declining";
  static final String RIDES_IMPROVING = "rides-improving";
  static final String RIDES_DECLINING = "rides-declining";

  /** The views of the categories, for the documentation. */
  static final String VIEWS =
      "trends_parks-improving,trends_parks-declining,trends_rides-improving,trends_rides-declining";

  /** There is no category that most would mean, so one must be named. */
  static final ViewChoice TRENDS = new ViewChoice(CATEGORY, categories(), null);

  private final ViewAnswers answers;

  TrendResource(ViewAnswers answers) {
    this.answers = answers;
  }

  private static Map<String, View> categories() {
    Map<String, View> categories = new LinkedHashMap<>();
    categories.put(PARKS_IMPROVING, TrendViews.PARKS_IMPROVING);
    categories.put(PARKS_DECLINING, TrendViews.PARKS_DECLINING);
    categories.put(RIDES_IMPROVING, TrendViews.RIDES_IMPROVING);
    categories.put(RIDES_DECLINING, TrendViews.RIDES_DECLINING);
    return categories;
  }

  @GET
  @Operation(summary = "Parks or rides by the change of their uptime against the window before")
  @Parameter(
      name = CATEGORY,
      in = ParameterIn.QUERY,
      required = true,
      schema =
          @Schema(
              enumeration = {PARKS_IMPROVING, PARKS_DECLINING, RIDES_IMPROVING, RIDES_DECLINING}))
  @Extension(name = ViewParameters.VIEW, value = VIEWS)
  public Uni<Response> trends(@Context RoutingContext request) {
    return answers.page(TRENDS, Format.JSON, request);
  }
}
