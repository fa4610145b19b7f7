package app.marquee.parks;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.http.ViewAnswers;
import app.marquee.http.ViewParameters;
import app.marquee.views.Slice.Format;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The parks one by one, and what stands behind their numbers. */
@Path("/api")
@Tag(name = "parks")
@Produces(MediaType.APPLICATION_JSON)
public class ParkResource {
  private static final String ID = "{id: [0-9]{1,18}}";

  private final ViewAnswers answers;
  private final ParkRepository parks;

  ParkResource(ViewAnswers answers, ParkRepository parks) {
    this.answers = answers;
    this.parks = parks;
  }

  /** A {@link Park} as answered. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ParkAnswer(
      boolean success,
      long parkId,
      String parkName,
      String city,
      String stateProvince,
      String country,
      Double latitude,
      Double longitude,
      String timezone,
      String operator,
      boolean isDisney,
      boolean isUniversal,
      boolean isActive,
      String downRule,
      Long queueTimesId,
      String themeparksWikiId,
      String sourceKey) {
    static ParkAnswer of(Park park) {
      return new ParkAnswer(
          true,
          park.parkId,
          park.name,
          park.city,
          park.stateProvince,
          park.country,
          park.latitude,
          park.longitude,
          park.timezone,
          park.operator,
          park.isDisney,
          park.isUniversal,
          park.isActive,
          park.downRule,
          park.queueTimesId,
          park.themeparksWikiId,
          park.sourceKey);
    }
  }

  @GET
  @Path("parks")
  @Operation(summary = "The active parks by name")
  @Extension(name = ViewParameters.VIEW, value = "park_list")
  public Uni<Response> list(@Context RoutingContext request) {
    return answers.page(DetailViews.PARK_LIST, Format.JSON, request);
  }

  @GET
  @Path("parks/" + ID)
  @WithSession
  @Operation(summary = "What is known of a park itself")
  @APIResponse(
      responseCode = "200",
      description = "The park",
      content = @Content(schema = @Schema(ref = "park")))
  public Uni<ParkAnswer> park(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return parks
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemCode.NOT_FOUND, id + " is no park's id").asException())
        .map(ParkAnswer::of);
  }

  @GET
  @Path("parks/" + ID + "/details")
  @Operation(summary = "A park's shame, taken apart: the formula's numbers and every ride's part")
  @Extension(name = ViewParameters.VIEW, value = "park_details")
  public Uni<Response> details(@PathParam("id") long id, @Context RoutingContext request) {
    return answers.page(DetailViews.PARK_DETAILS, id, request);
  }

  @GET
  @Path("parks/" + ID + "/rides")
  @Operation(summary = "The attractions of a park that count, and those that do not")
  @Extension(name = ViewParameters.VIEW, value = "park_rides")
  public Uni<Response> rides(@PathParam("id") long id, @Context RoutingContext request) {
    return answers.page(DetailViews.PARK_RIDES, id, request);
  }

  @GET
  @Path("rides/" + ID + "/details")
  @Operation(summary = "A ride's hours or days, and its real outages")
  @Extension(name = ViewParameters.VIEW, value = "ride_details")
  public Uni<Response> ride(@PathParam("id") long id, @Context RoutingContext request) {
    return answers.page(DetailViews.RIDE_DETAILS, id, request);
  }

  @GET
  @Path("parks/windows")
  @Operation(
      summary =
          "Which operating days each period is, and when they begin and end, in the zones of the"
              + " parks")
  @Extension(name = ViewParameters.VIEW, value = "park_windows")
  public Uni<Response> windows(@Context RoutingContext request) {
    return answers.page(DetailViews.PARK_WINDOWS, Format.JSON, request);
  }

  @GET
  @Path("search/index")
  @Operation(summary = "Every park and ride by name, for a search on the page")
  @Extension(name = ViewParameters.VIEW, value = "search_index")
  public Uni<Response> searchIndex(@Context RoutingContext request) {
    return answers.page(DetailViews.SEARCH_INDEX, Format.JSON, request);
  }
}
