package app.marquee.proposals;

import app.marquee.db.Sql;
import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.Members;
import app.marquee.security.Roles;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who asks, and how much they may still propose. */
@Path("/api/me")
@Tag(name = "members")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private static final Sql ME = Sql.of("proposals/me.sql");

  private final SecurityIdentity identity;
  private final Pool pool;
  private final ProposalsConfig config;

  MeResource(SecurityIdentity identity, Pool pool, ProposalsConfig config) {
    this.identity = identity;
    this.pool = pool;
    this.config = config;
  }

  /**
   * A member.
   *
   * @param limit how many open proposals they may have
   * @param used how many they have
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Me(boolean success, String name, String role, int limit, int used, int remaining) {}

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Who one is, and how many films one may still propose")
  @APIResponse(
      responseCode = "200",
      description = "The member who asks, or for whom the token acts",
      content = @Content(schema = @Schema(ref = "me")))
  public Uni<Me> me(@Context RoutingContext request) {
    long member = Members.only(identity).memberId();
    FlagQuery.none(request);
    return ME.on(pool, Map.of("member_id", member, "usual_limit", config.openLimit()))
        .map(MeResource::me);
  }

  private static Me me(RowSet<Row> rows) {
    if (rows.rowCount() == 0) {
      throw Problem.of(ProblemCode.MEMBER_UNKNOWN, "you are a member no more").asException();
    }
    Row row = rows.iterator().next();
    int limit = row.getInteger("max_open");
    int used = row.getInteger("used");
    return new Me(
        true, row.getString("name"), row.getString("role"), limit, used, Math.max(0, limit - used));
  }
}
