package app.marquee.predictions;

import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.predictions.ProfileBody.Faults;
import app.marquee.security.Limit;
import app.marquee.security.Limited;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Rankings with weights that are not saved: computed for whoever asks, a few at once, kept nowhere.
 */
@Path("/api/predictions/preview")
@Tag(name = "predictions")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {
  private static final List<String> MEMBERS = List.of("weights", "decade", "limit");
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
  private static final int USUAL_ROWS = 25;
  private static final int RETRY_AFTER_SECONDS = 2;

  private final Films films;
  private final PredictionViews views;
  private final Semaphore room;

  PreviewResource(Films films, PredictionViews views, PredictionsConfig config) {
    this.films = films;
    this.views = views;
    this.room = new Semaphore(config.previews());
  }

  /** What to compute. */
  private record Asked(Weights weights, int decade, int limit) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Limited(Limit.PREVIEW)
  @Operation(summary = "A decade's films under weights that are not saved; they add up to 1")
  @RequestBody(content = @Content(schema = @Schema(ref = "preview_request")))
  @APIResponse(
      responseCode = "200",
      description = "The films, best first",
      content = @Content(schema = @Schema(ref = "preview")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413,422,429")
  public Uni<String> preview(JsonNode body) {
    Asked asked = read(body);
    if (!room.tryAcquire()) {
      throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "as many previews as may are computed now")
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .asException();
    }
    return films
        .rank(views.ranking(), asked.weights(), asked.decade(), asked.limit())
        .onTermination()
        .invoke(room::release)
        .map(document -> "{\"success\":true,\"saved\":false," + document.substring(1));
  }

  private static Asked read(JsonNode body) {
    ProfileBody.requireObject(body);
    Faults faults = new Faults();
    faults.unknown(body, MEMBERS, "");
    Weights weights = ProfileBody.weights(body.path("weights"), faults);
    int decade = integer(body, "decade", PredictionViews.NEWEST_DECADE);
    if (!PredictionViews.DECADES.contains(decade)) {
      faults.add(
          "decade",
          "is not one of the allowed values",
          PredictionViews.DECADES.stream().map(String::valueOf).toList());
    }
    int limit = integer(body, "limit", USUAL_ROWS);
    if (limit < 1 || limit > PredictionViews.ROWS) {
      faults.add(
          "limit", "is not an integer in the allowed range", List.of("1…" + PredictionViews.ROWS));
    }
    faults.check();
    requireOne(weights.sum());
    return new Asked(weights, decade, limit);
  }

  /** What is no integer is out of every range. */
  private static int integer(JsonNode body, String member, int byDefault) {
    JsonNode value = body.path(member);
    return value.isMissingNode()
        ? byDefault
        : value.canConvertToInt() && value.isIntegralNumber() ? value.intValue() : -1;
  }

  private static void requireOne(BigDecimal sum) {
    if (sum.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) > 0) {
      throw Problem.of(ProblemCode.WEIGHTS_NOT_ONE, "the weights add up to " + sum.toPlainString())
          .with("sum", sum)
          .asException();
    }
  }
}
