package app.marquee.ops;

import app.marquee.http.FlagQuery;
import app.marquee.http.ProblemAnswers;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.security.Roles;
import app.marquee.views.Pauses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether refresh runs may begin, in the whole cluster and over restarts. */
@Path("/api/admin/refreshing")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class RefreshingResource {
  private final Pauses pauses;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  RefreshingResource(Pauses pauses, AuditLog audit, SecurityIdentity identity) {
    this.pauses = pauses;
    this.audit = audit;
    this.identity = identity;
  }

  /** Whether they may. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record RefreshingAnswer(boolean success, Refreshing refreshing) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(summary = "Whether refreshing is paused, by whom, since when and why")
  @APIResponse(
      responseCode = "200",
      description = "Whether it is",
      content = @Content(schema = @Schema(ref = "refreshing_answer")))
  public Uni<RefreshingAnswer> find(@Context RoutingContext request) {
    FlagQuery.none(request);
    return Uni.createFrom().item(answer());
  }

  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Pause all refreshing, or resume it; runs that have begun go on")
  @RequestBody(content = @Content(schema = @Schema(ref = "pause_request")))
  @APIResponse(
      responseCode = "200",
      description = "Whether it is paused now; once resumed, all that has gone stale is refreshed",
      content = @Content(schema = @Schema(ref = "refreshing_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413")
  public Uni<RefreshingAnswer> pause(JsonNode json, @Context RoutingContext request) {
    FlagQuery.none(request);
    PauseRequest asked = PauseRequest.read(json);
    Caller caller = Caller.of(identity);
    AuditLog.Entry entry = asked.entry("refreshing", null);
    Uni<Void> done =
        asked.paused()
            ? pauses.pauseRefreshing(
                asked.reason(), caller.name(), on -> audit.record(on, caller, entry))
            : pauses.resumeRefreshing(caller.name(), on -> audit.record(on, caller, entry));
    return done.map(changed -> answer());
  }

  private RefreshingAnswer answer() {
    return new RefreshingAnswer(true, Refreshing.of(pauses.ofRefreshing()));
  }
}
