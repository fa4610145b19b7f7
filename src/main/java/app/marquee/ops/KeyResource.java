package app.marquee.ops;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.http.QueryReader;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.security.Roles;
import app.marquee.views.Catalog;
import app.marquee.views.Clearing;
import app.marquee.views.Key;
import app.marquee.views.KeyReport;
import app.marquee.views.Pause;
import app.marquee.views.Pauses;
import app.marquee.views.Scope;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single keys as ops see and steer them. */
@Path("/api/admin/views")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {
  private static final int LONGEST = 100;
  private static final List<String> SCOPES =
      Arrays.stream(Scope.Kind.values()).map(Scope.Kind::word).toList();

  private final Catalog catalog;
  private final KeyReport report;
  private final Pauses pauses;
  private final Clearing clearing;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  KeyResource(
      Catalog catalog,
      KeyReport report,
      Pauses pauses,
      Clearing clearing,
      AuditLog audit,
      SecurityIdentity identity) {
    this.catalog = catalog;
    this.report = report;
    this.pauses = pauses;
    this.clearing = clearing;
    this.audit = audit;
    this.identity = identity;
  }

  /**
   * How a key stands.
   *
   * @param url where its document is
   * @param pause null while it is not paused by itself
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record KeyAnswer(
      boolean success, @JsonUnwrapped KeyReport.Line line, String url, Pause pause) {}

  /** How many builds were deleted. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Cleared(boolean success, long cleared) {}

  @GET
  @Path("{key}")
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(summary = "How a key stands: state, age against its bounds, who paused it and why")
  @APIResponse(
      responseCode = "200",
      description = "How it stands",
      content = @Content(schema = @Schema(ref = "key_answer")))
  public Uni<KeyAnswer> find(@PathParam("key") String name, @Context RoutingContext request) {
    FlagQuery.none(request);
    return Uni.createFrom().item(answer(known(name)));
  }

  @PATCH
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Pause a key, so that nothing refreshes it, or resume it")
  @RequestBody(content = @Content(schema = @Schema(ref = "pause_request")))
  @APIResponse(
      responseCode = "200",
      description = "How it stands now; once resumed, it is refreshed if it has gone stale",
      content = @Content(schema = @Schema(ref = "key_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413")
  public Uni<KeyAnswer> pause(
      @PathParam("key") String name, JsonNode json, @Context RoutingContext request) {
    FlagQuery.none(request);
    Key key = known(name);
    PauseRequest asked = PauseRequest.read(json);
    Caller caller = Caller.of(identity);
    AuditLog.Entry entry = asked.entry("view", "view " + key);
    Uni<Void> done =
        asked.paused()
            ? pauses.pause(
                key, asked.reason(), caller.name(), on -> audit.record(on, caller, entry))
            : pauses.resume(key, caller.name(), on -> audit.record(on, caller, entry));
    return done.map(changed -> answer(key));
  }

  @DELETE
  @Path("{key}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Delete the build of a key, on every node")
  @APIResponse(
      responseCode = "200",
      description = "Whether there was one",
      content = @Content(schema = @Schema(ref = "cleared")))
  public Uni<Cleared> clear(@PathParam("key") String name, @Context RoutingContext request) {
    FlagQuery.none(request);
    return clear(Scope.of(known(name)));
  }

  @DELETE
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Delete the builds of a scope, on every node")
  @Parameter(
      name = "scope",
      in = ParameterIn.QUERY,
      required = true,
      description = "What is cleared.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"all", "feature", "view", "key"}))
  @Parameter(
      name = "name",
      in = ParameterIn.QUERY,
      description = "Of the feature, view or key.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
  @APIResponse(
      responseCode = "200",
      description = "How many builds there were",
      content = @Content(schema = @Schema(ref = "cleared")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "404")
  public Uni<Cleared> clearScope(@Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    String kind = query.oneOf("scope", SCOPES, null);
    String name = query.text("name", LONGEST);
    query.check();
    if (kind.equals(Scope.Kind.ALL.word()) != (name == null)) {
      String wrong = name == null ? "must name the " + kind : "has no meaning for all";
      throw Problem.of(
              ProblemCode.PARAMETER_INVALID,
              "see errors for each of them",
              List.of(Map.of("parameter", "name", "message", wrong)))
          .asException();
    }
    return clear(new Scope(Scope.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name));
  }

  private Uni<Cleared> clear(Scope scope) {
    List<Key> keys = scope.keys(catalog).orElseThrow(() -> unknown(scope.kind().word()));
    Caller caller = Caller.of(identity);
    String subject = scope.kind() == Scope.Kind.ALL ? null : scope.toString().replace(':', ' ');
    return clearing
        .clear(
            keys,
            (on, count) ->
                audit.record(
                    on,
                    caller,
                    AuditLog.Entry.of("builds-cleared", subject).with("cleared", count)))
        .map(count -> new Cleared(true, count));
  }

  private Key known(String name) {
    return catalog.findKey(name).orElseThrow(() -> unknown("key"));
  }

  private static RuntimeException unknown(String kind) {
    return Problem.of(ProblemCode.VIEW_UNKNOWN, "there is no " + kind + " of this name")
        .asException();
  }

  private KeyAnswer answer(Key key) {
    return new KeyAnswer(true, report.of(key), "/api/views/" + key, pauses.of(key).orElse(null));
  }
}
