package app.marquee.predictions;

import app.marquee.http.ProblemAnswers;
import app.marquee.http.QueryReader;
import app.marquee.http.ViewAnswers;
import app.marquee.http.ViewParameters;
import app.marquee.views.Key;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which films will join the list, and how well such predictions did in hindsight. */
@Path("/api")
@Tag(name = "predictions")
public class PredictionResource {
  private static final String PARAMETERS = "decade,profile,status,q,limit,offset";

  private final ViewAnswers answers;
  private final PredictionViews views;

  PredictionResource(ViewAnswers answers, PredictionViews views) {
    this.answers = answers;
    this.views = views;
  }

  @GET
  @Path("predictions")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "A decade's films by total score under a profile, best first")
  @Extension(name = ViewParameters.DOCUMENT, value = "predictions_ranking")
  @Extension(name = ViewParameters.NAMED, value = PARAMETERS)
  @Extension(name = ProblemAnswers.EXTENSION, value = "404")
  public Uni<Response> ranking(@Context RoutingContext request) {
    return ranking(Format.JSON, request);
  }

  @GET
  @Path("predictions.csv")
  @Produces("text/csv")
  @Operation(summary = "A decade's films by total score, as CSV")
  @Extension(name = ViewParameters.DOCUMENT, value = "predictions_ranking")
  @Extension(name = ViewParameters.NAMED, value = PARAMETERS)
  @Extension(name = ProblemAnswers.EXTENSION, value = "404")
  public Uni<Response> rankingCsv(@Context RoutingContext request) {
    return ranking(Format.CSV, request);
  }

  private Uni<Response> ranking(Format format, RoutingContext request) {
    FilmQuery asked = FilmQuery.read(request, views);
    Key key = views.ranking().key(PredictionViews.period(asked.decade()), asked.profile());
    return asked.all()
        ? answers.page(key, asked.limit(), asked.offset(), format, asked.arguments(), request)
        : answers.rows(
            key, asked.limit(), asked.offset(), format, asked.arguments(), asked.wanted(), request);
  }

  @GET
  @Path("predictions/validation")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What a profile would have found, decade by decade, beside votes and luck")
  @Extension(name = ViewParameters.DOCUMENT, value = "predictions_validation")
  @Extension(name = ViewParameters.NAMED, value = "profile")
  @Extension(name = ProblemAnswers.EXTENSION, value = "404")
  public Uni<Response> validation(@Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    View view = views.validation();
    String slug = query.oneOf("profile", view.filters(), view.defaultFilter());
    query.check();
    return answers.document(view, view.key(PredictionViews.ALL, slug), request);
  }

  @GET
  @Path("predictions/comparison")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Every profile's hindsight, side by side")
  @Extension(name = ViewParameters.DOCUMENT, value = "predictions_comparison")
  @Extension(name = ProblemAnswers.EXTENSION, value = "404")
  public Uni<Response> comparison(@Context RoutingContext request) {
    QueryReader.of(request).check();
    View view = views.comparison();
    Key key = view.key(PredictionViews.ALL, PredictionViews.ALL_PROFILES);
    return answers.document(view, key, request);
  }
}
