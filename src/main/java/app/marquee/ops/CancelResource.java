package app.marquee.ops;

import app.marquee.http.AcceptedRun;
import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.views.Cancelling;
import app.marquee.views.RunLog;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ends refresh runs before their time. */
@Path("/api/admin")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class CancelResource {
  private final Cancelling cancelling;
  private final RunLog log;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  CancelResource(Cancelling cancelling, RunLog log, AuditLog audit, SecurityIdentity identity) {
    this.cancelling = cancelling;
    this.log = log;
    this.audit = audit;
    this.identity = identity;
  }

  @DELETE
  @Path("refreshes/{id:\\d{1,18}}")
  @RolesAllowed("admin")
  @Operation(
      summary = "Cancel a run that has not ended",
      description =
          "A queued run ends at once, a running one soon, on whatever node. From this answer on it"
              + " publishes nothing: its keys keep their builds, and features it had published stay"
              + " published. What is due is refreshed again by the schedule.")
  @APIResponse(
      responseCode = "202",
      description = "The run",
      headers = {
        @Header(name = "Location", ref = "Location"),
        @Header(name = "Retry-After", ref = "Retry-After")
      },
      content = @Content(schema = @Schema(ref = "run")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "400,409")
  public Uni<Response> cancel(@PathParam("id") long id, @Context RoutingContext request) {
    FlagQuery.none(request);
    Caller caller = Caller.of(identity);
    AuditLog.Entry entry = AuditLog.Entry.of("run-cancelled", "run " + id);
    return cancelling
        .cancel(id, caller.name(), connection -> audit.record(connection, caller, entry))
        .invoke(CancelResource::refuse)
        .chain(() -> log.find(id))
        .map(run -> AcceptedRun.of(id, run.orElseThrow()));
  }

  private static void refuse(Cancelling.Outcome outcome) {
    if (outcome == Cancelling.Outcome.UNKNOWN) {
      throw Problem.of(ProblemCode.RUN_UNKNOWN, "GET /api/admin/refreshes lists the newest")
          .asException();
    } else if (outcome == Cancelling.Outcome.ENDED) {
      throw Problem.of(ProblemCode.RUN_ENDED, "only a queued or running one can be cancelled")
          .asException();
    }
  }
}
