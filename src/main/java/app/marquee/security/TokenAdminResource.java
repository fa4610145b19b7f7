package app.marquee.security;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of programs: named, of one role, told once, and ended when they are not needed. */
@Path("/api/admin/tokens")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class TokenAdminResource {
  private static final String LIFE = "expires_in";
  private static final int SHORTEST_LIFE = 60;
  private static final int LONGEST_LIFE = 315_360_000;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,58}[A-Za-z0-9]|[A-Za-z0-9]";

  /** Those the environment brings. */
  private static final String RESERVED = "(?i)marquee_.*|first admin";

  private final SecurityIdentity identity;
  private final ProgramTokens tokens;

  TokenAdminResource(SecurityIdentity identity, ProgramTokens tokens) {
    this.identity = identity;
    this.tokens = tokens;
  }

  /** A token without its secret; what has not come about is null. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Kept(
      long id,
      String name,
      String role,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      Instant lastUsedAt,
      Instant revokedAt) {
    static Kept of(ProgramTokens.Token token) {
      return new Kept(
          token.id(),
          token.name(),
          token.role(),
          token.createdAt(),
          token.createdBy(),
          token.expiresAt(),
          token.lastUsedAt(),
          token.revokedAt());
    }
  }

  /** The newest of them. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Listed(boolean success, List<Kept> tokens) {}

  /** A token with its secret, which is told this once. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Made(
      boolean success,
      long id,
      String name,
      String role,
      Instant createdAt,
      Instant expiresAt,
      String token) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(summary = "The tokens of programs, newest first, without their secrets")
  @APIResponse(
      responseCode = "200",
      description = "The tokens, ended ones included; of many the newest",
      content = @Content(schema = @Schema(ref = "program_tokens")))
  public Uni<Listed> list(@Context RoutingContext request) {
    FlagQuery.none(request);
    return tokens.list().map(all -> new Listed(true, all.stream().map(Kept::of).toList()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Make a token for a program")
  @RequestBody(content = @Content(schema = @Schema(ref = "program_token_request")))
  @APIResponse(
      responseCode = "201",
      description = "The token, shown this once",
      content = @Content(schema = @Schema(ref = "program_token")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413")
  public Uni<Response> make(JsonNode json, @Context RoutingContext request) {
    FlagQuery.none(request);
    Body body = Body.of(json, List.of("name", "role", LIFE));
    String name = body.text("name");
    if (!name.matches(NAME) || name.matches(RESERVED)) {
      body.wrong(
          "name", "must be 1 to 60 letters, digits, spaces and ._- and not the environment's");
    }
    String role = body.oneOf("role", List.of(Roles.ADMIN, Roles.OPS, Roles.INGEST));
    Duration life =
        body.has(LIFE) ? Duration.ofSeconds(body.integer(LIFE, SHORTEST_LIFE, LONGEST_LIFE)) : null;
    body.check();
    String secret = ApiToken.newSecret();
    return tokens
        .add(Caller.of(identity), name, role, life, secret)
        .map(made -> answer(made, secret));
  }

  private static Response answer(Optional<ProgramTokens.Token> made, String secret) {
    ProgramTokens.Token token =
        made.orElseThrow(
            () ->
                Problem.of(ProblemCode.TOKEN_EXISTS, "end it first, or choose another name")
                    .asException());
    return Response.status(Response.Status.CREATED)
        .entity(
            new Made(
                true,
                token.id(),
                token.name(),
                token.role(),
                token.createdAt(),
                token.expiresAt(),
                secret))
        .build();
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "End a program's token",
      description =
          "Every node refuses it within seconds. The last of those who may administer cannot be"
              + " ended. One that the environment brings is valid again when a node starts with it.")
  @APIResponse(responseCode = "204", description = "It is valid no more")
  public Uni<Response> revoke(@PathParam("id") String id, @Context RoutingContext request) {
    FlagQuery.none(request);
    return tokens
        .revoke(Caller.of(identity), Ids.of(id, TokenAdminResource::unknown))
        .map(
            done -> {
              if (!done) {
                throw unknown();
              }
              return Response.noContent().build();
            });
  }

  private static RuntimeException unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "GET /api/admin/tokens lists those that can be ended")
        .asException();
  }
}
