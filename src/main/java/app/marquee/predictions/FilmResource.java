package app.marquee.predictions;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.http.QueryReader;
import app.marquee.http.ViewParameters;
import app.marquee.views.Key;
import app.marquee.views.KeyReport;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Films one by one, and what there is to choose from: decades and lists. */
@Path("/api")
@Tag(name = "predictions")
@Produces(MediaType.APPLICATION_JSON)
public class FilmResource {
  private final Films films;
  private final Profiles profiles;
  private final PredictionViews views;
  private final KeyReport report;

  FilmResource(Films films, Profiles profiles, PredictionViews views, KeyReport report) {
    this.films = films;
    this.profiles = profiles;
    this.views = views;
    this.report = report;
  }

  /** A decade, and how its ranking under the default profile stands. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Decade(int decade, String period, String state, Integer recordCount) {}

  /** Every decade there is a ranking of. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Decades(boolean success, int defaultDecade, List<Decade> decades) {}

  @GET
  @Path("predictions/movies/{id: [0-9]{1,18}}")
  @Operation(summary = "One film under a profile: breakdown, the facts behind it, its rank")
  @APIResponse(
      responseCode = "200",
      description = "The film",
      content = @Content(schema = @Schema(ref = "movie")))
  @Extension(name = ViewParameters.NAMED, value = "profile")
  public Uni<String> find(@PathParam("id") long id, @Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    String slug = query.oneOf("profile", profiles.active(), profiles.defaultSlug());
    query.check();
    return films
        .details(id, profiles.find(slug).orElseThrow())
        .map(found -> found.orElseThrow(FilmResource::unknown))
        .map(document -> "{\"success\":true," + document.substring(1));
  }

  private static RuntimeException unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "there is no film of this id").asException();
  }

  @GET
  @Path("decades")
  @Operation(summary = "The decades that are ranked")
  @APIResponse(
      responseCode = "200",
      description = "The decades",
      content = @Content(schema = @Schema(ref = "decades")))
  public Uni<Decades> decades(@Context RoutingContext request) {
    QueryReader.of(request).check();
    return Uni.createFrom()
        .item(
            new Decades(
                true,
                PredictionViews.NEWEST_DECADE,
                PredictionViews.DECADES.stream().map(this::decade).toList()));
  }

  private Decade decade(int decade) {
    String period = PredictionViews.period(decade);
    Key key = views.ranking().key(period, profiles.defaultSlug());
    KeyReport.Line line = report.of(key);
    return new Decade(decade, period, line.state(), line.recordCount());
  }

  @GET
  @Path("lists")
  @Operation(summary = "The lists of films, the target list among them")
  @APIResponse(
      responseCode = "200",
      description = "The lists",
      content = @Content(schema = @Schema(ref = "lists")))
  public Uni<String> lists(@Context RoutingContext request) {
    QueryReader.of(request).check();
    return films.lists().map(lists -> "{\"success\":true,\"lists\":" + lists + "}");
  }
}
