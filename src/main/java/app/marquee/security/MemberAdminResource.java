package app.marquee.security;

import app.marquee.http.FlagQuery;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.QueryReader;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
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

/** Members, administered: whoever looks after the service reads them, an admin changes them. */
@Path("/api/admin/members")
@Tag(name = "members")
@Produces(MediaType.APPLICATION_JSON)
public class MemberAdminResource {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int FARTHEST = 1_000_000;
  private static final int LONGEST = 40;

  private final SecurityIdentity identity;
  private final MemberAccounts accounts;

  MemberAdminResource(SecurityIdentity identity, MemberAccounts accounts) {
    this.identity = identity;
    this.accounts = accounts;
  }

  /**
   * A member.
   *
   * @param proposalLimit null where the usual one holds
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Member(
      long id, String name, String role, boolean active, Instant createdAt, Integer proposalLimit) {
    static Member of(MemberAccounts.Account account) {
      return new Member(
          account.id(),
          account.name(),
          account.role(),
          account.active(),
          account.createdAt(),
          account.proposalLimit());
    }
  }

  /** A stretch of the members there are. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Listed(boolean success, int total, List<Member> members) {}

  /** One member. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record One(boolean success, Member member) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(summary = "Members by name")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      description = "Part of a name, in small or capital letters.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "Members at most.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "Members left out before.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
  @APIResponse(
      responseCode = "200",
      description = "The members",
      content = @Content(schema = @Schema(ref = "member_accounts")))
  public Uni<Listed> list(@Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    String q = query.text("q", LONGEST);
    int limit = query.integer("limit", 1, MOST, USUAL);
    int offset = query.integer("offset", 0, FARTHEST, 0);
    query.check();
    return accounts
        .list(q, limit, offset)
        .map(
            page ->
                new Listed(true, page.total(), page.accounts().stream().map(Member::of).toList()));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Change what a member may do; what is not given stays as it is")
  @RequestBody(content = @Content(schema = @Schema(ref = "member_edit")))
  @APIResponse(
      responseCode = "200",
      description = "The member as they are now",
      content = @Content(schema = @Schema(ref = "member_account_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413")
  public Uni<One> edit(@PathParam("id") String id, JsonNode json, @Context RoutingContext request) {
    FlagQuery.none(request);
    long member = Ids.of(id, MemberAccounts::unknown);
    return accounts
        .find(member)
        .map(present -> MemberEdit.read(json, present.name()))
        .chain(edit -> accounts.edit(Caller.of(identity), member, edit))
        .map(account -> new One(true, Member.of(account)));
  }
}
