package app.marquee.parks;

import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.http.ViewAnswers;
import app.marquee.http.ViewParameters;
import app.marquee.views.Slice.Format;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many attractions are in which state now: everywhere, or where one looks. */
@Path("/api/live/status-summary")
@Tag(name = "parks")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
  private static final String FILTER = "filter";
  private static final String PARK_ID = "park_id";

  private final ViewAnswers answers;

  StatusResource(ViewAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Operation(summary = "How many attractions operate, are down, closed or in refurbishment now")
  @Extension(name = ViewParameters.DOCUMENT, value = "status_summary")
  @Extension(name = ProblemAnswers.EXTENSION, value = "404")
  public Uni<Response> summary(
      @Parameter(
              schema =
                  @Schema(
                      enumeration = {ParkViews.ALL_PARKS, ParkViews.DISNEY_UNIVERSAL},
                      defaultValue = ParkViews.ALL_PARKS))
          @QueryParam(FILTER)
          String filter,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam(PARK_ID) String parkId,
      @Context RoutingContext request) {
    if (filter == null && parkId == null) {
      return answers.page(ParkViews.STATUS_SUMMARY, Format.JSON, request);
    }
    check(request.queryParams());
    StatusCut cut =
        new StatusCut(
            ParkViews.DISNEY_UNIVERSAL.equals(filter),
            parkId == null ? null : Long.valueOf(parkId));
    return answers.part(
        ParkViews.STATUS_SUMMARY.key(ParkViews.LIVE, null),
        cut.variant(),
        document -> cut.of(document).orElseThrow(StatusResource::unknownPark),
        request);
  }

  private static RuntimeException unknownPark() {
    return Problem.of(ProblemCode.NOT_FOUND, "there is no such park under this filter")
        .asException();
  }

  private static void check(MultiMap query) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (String name : query.names()) {
      if (!Set.of(FILTER, PARK_ID).contains(name)) {
        errors.add(error(name, "is not a parameter here", List.of(FILTER, PARK_ID)));
      } else if (query.getAll(name).size() > 1) {
        errors.add(error(name, "is given more than once", List.of()));
      }
    }
    List<String> filters = List.of(ParkViews.ALL_PARKS, ParkViews.DISNEY_UNIVERSAL);
    if (query.contains(FILTER) && !filters.contains(query.get(FILTER))) {
      errors.add(error(FILTER, "is not one of the allowed values", filters));
    }
    if (query.contains(PARK_ID) && !query.get(PARK_ID).matches("\\d{1,18}")) {
      errors.add(error(PARK_ID, "is not the id of a park", List.of()));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
  }

  private static Map<String, Object> error(String name, String message, List<String> allowed) {
    return Map.of("parameter", name, "message", message, "allowed", allowed);
  }
}
