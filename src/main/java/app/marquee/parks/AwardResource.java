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

/** Who keeps people waiting longest, and who is down most, as JSON and as CSV. */
@Path("/api/trends")
@Tag(name = "parks")
public class AwardResource {
  private static final String ENTITY = "entity";
  private static final String RIDES = "rides";
  private static final String PARKS = "parks";
  private static final ViewChoice LONGEST_WAITS =
      choice(AwardViews.LONGEST_WAITS_RIDES, AwardViews.LONGEST_WAITS_PARKS);
  private static final ViewChoice LEAST_RELIABLE =
      choice(AwardViews.LEAST_RELIABLE_RIDES, AwardViews.LEAST_RELIABLE_PARKS);

  private final ViewAnswers answers;

  AwardResource(ViewAnswers answers) {
    this.answers = answers;
  }

  private static ViewChoice choice(View rides, View parks) {
    Map<String, View> entities = new LinkedHashMap<>();
    entities.put(RIDES, rides);
    entities.put(PARKS, parks);
    return new ViewChoice(ENTITY, entities, RIDES);
  }

  @GET
  @Path("longest-wait-times")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Rides or parks with the longest average wait")
  @Parameter(
      name = ENTITY,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {RIDES, PARKS},
              defaultValue = RIDES))
  @Extension(
      name = ViewParameters.VIEW,
      value = "awards_longest-wait-times_rides,awards_longest-wait-times_parks")
  public Uni<Response> longestWaits(@Context RoutingContext request) {
    return answers.page(LONGEST_WAITS, Format.JSON, request);
  }

  @GET
  @Path("longest-wait-times.csv")
  @Produces("text/csv")
  @Operation(summary = "Rides or parks with the longest average wait, as CSV")
  @Parameter(
      name = ENTITY,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {RIDES, PARKS},
              defaultValue = RIDES))
  @Extension(
      name = ViewParameters.VIEW,
      value = "awards_longest-wait-times_rides,awards_longest-wait-times_parks")
  public Uni<Response> longestWaitsCsv(@Context RoutingContext request) {
    return answers.page(LONGEST_WAITS, Format.CSV, request);
  }

  @GET
  @Path("least-reliable")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Rides with the most hours down, or parks with the greatest shame")
  @Parameter(
      name = ENTITY,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {RIDES, PARKS},
              defaultValue = RIDES))
  @Extension(
      name = ViewParameters.VIEW,
      value = "awards_least-reliable_rides,awards_least-reliable_parks")
  public Uni<Response> leastReliable(@Context RoutingContext request) {
    return answers.page(LEAST_RELIABLE, Format.JSON, request);
  }

  @GET
  @Path("least-reliable.csv")
  @Produces("text/csv")
  @Operation(summary = "Rides with the most hours down, or parks with the greatest shame, as CSV")
  @Parameter(
      name = ENTITY,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              enumeration = {RIDES, PARKS},
              defaultValue = RIDES))
  @Extension(
      name = ViewParameters.VIEW,
      value = "awards_least-reliable_rides,awards_least-reliable_parks")
  public Uni<Response> leastReliableCsv(@Context RoutingContext request) {
    return answers.page(LEAST_RELIABLE, Format.CSV, request);
  }
}
