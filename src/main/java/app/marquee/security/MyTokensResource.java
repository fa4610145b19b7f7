package app.marquee.security;

import app.marquee.http.DocumentedSessions;
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

/** The tokens a member gives to programs, made and ended by the member. */
@Path("/api/me/tokens")
@Tag(name = "members")
@RolesAllowed(Roles.MEMBER)
@Produces(MediaType.APPLICATION_JSON)
public class MyTokensResource {
  private static final int LONGEST_NAME = 60;

  private final SecurityIdentity identity;
  private final MemberTokens tokens;

  MyTokensResource(SecurityIdentity identity, MemberTokens tokens) {
    this.identity = identity;
    this.tokens = tokens;
  }

  /** A token without its secret. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Kept(long id, String name, Instant createdAt) {
    static Kept of(MemberTokens.Token token) {
      return new Kept(token.id(), token.name(), token.createdAt());
    }
  }

  /** All of them. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record All(boolean success, List<Kept> tokens) {}

  /** A token with its secret, which is told this once. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Made(boolean success, long id, String name, Instant createdAt, String token) {}

  @GET
  @Operation(summary = "One's tokens, oldest first, without their secrets")
  @APIResponse(
      responseCode = "200",
      description = "The tokens",
      content = @Content(schema = @Schema(ref = "my_tokens")))
  public Uni<All> list(@Context RoutingContext request) {
    Caller member = Members.only(identity);
    FlagQuery.none(request);
    return tokens
        .of(member.memberId())
        .map(all -> new All(true, all.stream().map(Kept::of).toList()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a token that acts for oneself; it replaces one of the same name")
  @RequestBody(content = @Content(schema = @Schema(ref = "token_request")))
  @APIResponse(
      responseCode = "201",
      description = "The token, shown this once",
      content = @Content(schema = @Schema(ref = "my_token")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413")
  @Extension(name = DocumentedSessions.ONLY, value = "true")
  public Uni<Response> make(JsonNode json, @Context RoutingContext request) {
    Caller member = Members.loggedIn(identity);
    FlagQuery.none(request);
    Body body = Body.of(json, List.of("name"));
    String name = body.text("name").strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      body.wrong("name", "must be a text of 1 to " + LONGEST_NAME + " characters");
    }
    body.check();
    String secret = ApiToken.newSecret();
    return tokens.add(member, name, secret).map(made -> answer(made, secret));
  }

  private static Response answer(Optional<MemberTokens.Token> made, String secret) {
    MemberTokens.Token token =
        made.orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.PARAMETER_INVALID,
                        "a member has at most %d tokens: end one, or name one to be replaced"
                            .formatted(MemberTokens.MOST))
                    .asException());
    return Response.status(Response.Status.CREATED)
        .entity(new Made(true, token.id(), token.name(), token.createdAt(), secret))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "End a token of one's own")
  @APIResponse(responseCode = "204", description = "It is valid no more")
  public Uni<Response> revoke(@PathParam("id") String id, @Context RoutingContext request) {
    Caller member = Members.only(identity);
    FlagQuery.none(request);
    return tokens
        .revoke(member, Ids.of(id, MyTokensResource::unknown))
        .map(
            done -> {
              if (!done) {
                throw unknown();
              }
              return Response.noContent().build();
            });
  }

  private static RuntimeException unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "you have no such token").asException();
  }
}
