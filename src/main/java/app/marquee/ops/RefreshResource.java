package app.marquee.ops;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.http.RunRequests;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.security.Limit;
import app.marquee.security.Limited;
import app.marquee.views.Catalog;
import app.marquee.views.RunLog;
import app.marquee.views.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks for refresh runs and tells how they go. */
@Path("/api/admin")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class RefreshResource {
  private final Catalog catalog;
  private final RunRequests runs;
  private final RunLog log;
  private final Pool pool;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  RefreshResource(
      Catalog catalog,
      RunRequests runs,
      RunLog log,
      Pool pool,
      AuditLog audit,
      SecurityIdentity identity) {
    this.catalog = catalog;
    this.pool = pool;
    this.audit = audit;
    this.runs = runs;
    this.log = log;
    this.identity = identity;
  }

  @POST
  @Path("refresh")
  @Limited(Limit.REFRESH)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("admin")
  @Operation(summary = "Ask for a refresh of everything, a feature, a view or a key")
  @RequestBody(content = @Content(schema = @Schema(ref = "refresh_request")))
  @APIResponse(
      responseCode = "202",
      description = "The run that will do it",
      headers = {
        @Header(name = "Location", ref = "Location"),
        @Header(name = "Retry-After", ref = "Retry-After")
      },
      content = @Content(schema = @Schema(ref = "run")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "404,409,413,429")
  public Uni<Response> refresh(JsonNode body) {
    RefreshRequest asked = RefreshRequest.read(body);
    Scope scope = asked.scope();
    if (scope.keys(catalog).isEmpty()) {
      throw Problem.of(
              ProblemCode.VIEW_UNKNOWN, "there is no " + scope.kind().word() + " of this name")
          .asException();
    }
    Caller caller = Caller.of(identity);
    AuditLog.Entry entry =
        AuditLog.Entry.of("refresh-requested", null).with("scope", scope.toString());
    return runs.ask(
        scope,
        asked.options(),
        caller.name(),
        run -> audit.record(pool, caller, entry.to("run " + run)));
  }

  @GET
  @Path("refreshes")
  @RolesAllowed({"admin", "ops"})
  @Operation(summary = "The newest runs, newest first")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
  @APIResponse(
      responseCode = "200",
      description = "The runs",
      content = @Content(schema = @Schema(ref = "runs")))
  public Uni<String> list(@Context RoutingContext request) {
    return log.list(FlagQuery.read(request, "limit", 1, 500, 50))
        .map(runs -> "{\"success\":true,\"refreshes\":[" + String.join(",", runs) + "]}");
  }

  @GET
  @Path("refreshes/{id:\\d{1,18}}")
  @RolesAllowed({"admin", "ops"})
  @Operation(summary = "One run: status, progress, what became of every key")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content = @Content(schema = @Schema(ref = "run")))
  public Uni<String> find(@PathParam("id") long id) {
    return log.find(id)
        .map(
            run ->
                run.orElseThrow(
                    () ->
                        Problem.of(
                                ProblemCode.RUN_UNKNOWN,
                                "GET /api/admin/refreshes lists the newest")
                            .asException()));
  }
}
