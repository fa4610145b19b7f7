package app.marquee.predictions;

import app.marquee.http.ProblemAnswers;
import app.marquee.http.RunRequests;
import app.marquee.predictions.ProfileBody.Faults;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.security.Limit;
import app.marquee.security.Limited;
import app.marquee.security.Roles;
import app.marquee.views.RunOptions;
import app.marquee.views.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for predictions to be built: one ranking, or all there is of films. */
@Path("/api/predictions/refresh")
@Tag(name = "predictions")
@Produces(MediaType.APPLICATION_JSON)
public class PredictionRefreshResource {
  private final PredictionViews views;
  private final RunRequests runs;
  private final Pool pool;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  PredictionRefreshResource(
      PredictionViews views,
      RunRequests runs,
      Pool pool,
      AuditLog audit,
      SecurityIdentity identity) {
    this.views = views;
    this.pool = pool;
    this.audit = audit;
    this.runs = runs;
    this.identity = identity;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Limited(Limit.REFRESH)
  @Operation(summary = "Ask for a refresh of a decade under a profile, or of everything")
  @RequestBody(content = @Content(schema = @Schema(ref = "prediction_refresh_request")))
  @APIResponse(
      responseCode = "202",
      description = "The run that will do it",
      headers = {
        @Header(name = "Location", ref = "Location"),
        @Header(name = "Retry-After", ref = "Retry-After")
      },
      content = @Content(schema = @Schema(ref = "run")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413,429")
  public Uni<Response> refresh(JsonNode body) {
    Scope scope = scope(body);
    Caller caller = Caller.of(identity);
    AuditLog.Entry entry =
        AuditLog.Entry.of("refresh-requested", null).with("scope", scope.toString());
    return runs.ask(
        scope,
        RunOptions.PLAIN,
        caller.name(),
        run -> audit.record(pool, caller, entry.to("run " + run)));
  }

  private static boolean isDecade(JsonNode value) {
    return value.isIntegralNumber()
        && value.canConvertToInt()
        && PredictionViews.DECADES.contains(value.intValue());
  }

  private Scope scope(JsonNode body) {
    ProfileBody.requireObject(body);
    Faults faults = new Faults();
    faults.unknown(body, List.of("decade", "profile"), "");
    if (body.has("decade") != body.has("profile")) {
      faults.add(
          body.has("decade") ? "profile" : "decade", "comes with the other, or neither", null);
    }
    if (body.has("decade") && !isDecade(body.get("decade"))) {
      faults.add(
          "decade",
          "is not one of the allowed values",
          PredictionViews.DECADES.stream().map(String::valueOf).toList());
    }
    if (body.has("profile") && !views.ranking().filters().contains(body.get("profile").asText())) {
      faults.add("profile", "is not one of the allowed values", views.ranking().filters());
    }
    faults.check();
    return body.has("decade")
        ? Scope.of(
            views
                .ranking()
                .key(
                    PredictionViews.period(body.get("decade").asInt()),
                    body.get("profile").asText()))
        : Scope.of(views);
  }
}
