package app.marquee.security;

import app.marquee.db.Sql;
import app.marquee.http.QueryReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what; what is not told yet, such as a vote that is still hidden, is not in it. */
@Path("/api/admin/audit-log")
@Tag(name = "members")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  private static final Sql PAGE = Sql.of("security/audit_page.sql");
  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final int FARTHEST = 100_000_000;
  private static final int LONGEST = 100;

  private final Pool pool;

  AuditResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * Something that was done.
   *
   * @param memberId the member who did it; null for a program and the service itself
   * @param subject kind and id of what it was done to; null if it was nothing
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Entry(
      long id,
      Instant at,
      String actor,
      Long memberId,
      String action,
      String subject,
      Map<String, Object> details) {}

  /** A stretch of the log. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Page(boolean success, List<Entry> entries) {}

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.OPS})
  @Operation(summary = "Who did what, newest first")
  @Parameter(
      name = "action",
      in = ParameterIn.QUERY,
      description = "Only what was done in this way, such as password-changed.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
  @Parameter(
      name = "actor",
      in = ParameterIn.QUERY,
      description = "Only what somebody of this name did.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
  @Parameter(
      name = "subject",
      in = ParameterIn.QUERY,
      description = "Only what was done to this, such as member 12.",
      schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "Entries at most.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "Entries left out before.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      content = @Content(schema = @Schema(ref = "audit_log")))
  public Uni<Page> read(@Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    Map<String, Object> binds = new HashMap<>();
    binds.put("action", query.text("action", LONGEST));
    binds.put("actor", query.text("actor", LONGEST));
    binds.put("subject", query.text("subject", LONGEST));
    binds.put("limit", query.integer("limit", 1, MOST, USUAL));
    binds.put("offset", query.integer("offset", 0, FARTHEST, 0));
    query.check();
    return PAGE.on(pool, binds)
        .map(
            rows ->
                new Page(
                    true,
                    StreamSupport.stream(rows.spliterator(), false)
                        .map(AuditResource::entry)
                        .toList()));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getLong("audit_id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getLong("member_id"),
        row.getString("action"),
        row.getString("subject"),
        row.get(JsonObject.class, "details").getMap());
  }
}
