package app.marquee.security;

import app.marquee.db.ReplayClock;
import app.marquee.http.FlagQuery;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who asks, asked by a page that does not know: to be nobody is no error here. */
@Path("/api/session")
@Tag(name = "members")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  private final SecurityIdentity identity;
  private final MembersConfig config;
  private final ReplayClock replay;

  SessionResource(SecurityIdentity identity, MembersConfig config, ReplayClock replay) {
    this.identity = identity;
    this.config = config;
    this.replay = replay;
  }

  /**
   * Who asks.
   *
   * @param kind member, or program for a token that acts for none; like all that follows, absent
   *     for nobody
   * @param registration open or closed
   * @param replayFrom the instant from which this service counts its now; absent when time is real
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Asking(
      boolean success,
      boolean loggedIn,
      String registration,
      Instant replayFrom,
      String kind,
      String name,
      Long memberId,
      List<String> roles) {}

  @GET
  @Operation(summary = "Who one is, if anybody; what a page asks when it opens")
  @APIResponse(
      responseCode = "200",
      description = "A member, a program, or nobody",
      content = @Content(schema = @Schema(ref = "session")))
  public Uni<Response> session(@Context RoutingContext request) {
    FlagQuery.none(request);
    return Uni.createFrom()
        .item(
            Response.ok(asking(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
  }

  private Asking asking() {
    String registration = config.registration().name().toLowerCase(Locale.ROOT);
    Instant from = replay.from().orElse(null);
    if (identity.isAnonymous()) {
      return new Asking(true, false, registration, from, null, null, null, null);
    }
    Caller caller = Caller.of(identity);
    return new Asking(
        true,
        true,
        registration,
        from,
        caller.member().isPresent() ? "member" : "program",
        caller.name(),
        caller.memberId(),
        identity.getRoles().stream().sorted().toList());
  }
}
