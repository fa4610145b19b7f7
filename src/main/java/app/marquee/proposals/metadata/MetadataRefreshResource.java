package app.marquee.proposals.metadata;

import app.marquee.http.ProblemAnswers;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.security.Limit;
import app.marquee.security.Limited;
import app.marquee.security.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks the providers for films anew. */
@Path("/api/admin/metadata/refresh")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class MetadataRefreshResource {
  private final MetadataRefresh refresh;
  private final MetadataConfig config;
  private final Pool pool;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  MetadataRefreshResource(
      MetadataRefresh refresh,
      MetadataConfig config,
      Pool pool,
      AuditLog audit,
      SecurityIdentity identity) {
    this.pool = pool;
    this.audit = audit;
    this.identity = identity;
    this.refresh = refresh;
    this.config = config;
  }

  /** How it ended; {@code report} is null while it goes on. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record RefreshAnswer(boolean success, boolean finished, RefreshReport report) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Limited(Limit.REFRESH)
  @Operation(summary = "Ask the providers for films anew, those first that waited longest")
  @RequestBody(content = @Content(schema = @Schema(ref = "metadata_refresh_request")))
  @APIResponse(
      responseCode = "200",
      description = "How it ended",
      content = @Content(schema = @Schema(ref = "metadata_refresh_answer")))
  @APIResponse(
      responseCode = "202",
      description = "It takes longer, and goes on",
      content = @Content(schema = @Schema(ref = "metadata_refresh_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413,429")
  public Uni<Response> refresh(JsonNode body) {
    RefreshOrder order = RefreshBody.read(body);
    return audit
        .record(pool, Caller.of(identity), AuditLog.Entry.of("metadata-refresh-requested", null))
        .chain(() -> refresh(order));
  }

  private Uni<Response> refresh(RefreshOrder order) {
    // It goes on when nobody waits any more, so only a copy of its end is waited for.
    CompletionStage<RefreshReport> run = refresh.run(order).subscribeAsCompletionStage();
    return Uni.createFrom()
        .completionStage(() -> run.thenApply(report -> new RefreshAnswer(true, true, report)))
        .ifNoItem()
        .after(config.answerWithin())
        .fail()
        .map(answer -> Response.ok(answer).build())
        .onFailure(TimeoutException.class)
        .recoverWithItem(() -> Response.accepted(new RefreshAnswer(true, false, null)).build());
  }
}
