package app.marquee.parks;

import app.marquee.http.BodyLimit;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.parks.PushOutcome.Accepted;
import app.marquee.parks.PushOutcome.Fault;
import app.marquee.parks.PushOutcome.Rejected;
import app.marquee.parks.PushOutcome.Unreadable;
import app.marquee.security.Limit;
import app.marquee.security.Limited;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes pushed snapshots: all of a body, or nothing of it. */
@Path("/api/parks/snapshots")
@Tag(name = "parks")
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotResource {
  static final String NDJSON = "application/x-ndjson";
  private static final long BODY_LIMIT = 10 << 20;

  private final SnapshotPush push;

  SnapshotResource(SnapshotPush push) {
    this.push = push;
  }

  /** What a push has done. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Taken(
      boolean success, long read, long inserted, long unchanged, long corrected, Instant asOf) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @BodyLimit(BODY_LIMIT)
  @RolesAllowed("ingest")
  @Limited(Limit.PUSH)
  @Operation(summary = "One park's rides at one instant, in either provider's shape")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "All of it is stored",
      content = @Content(schema = @Schema(ref = "push_report")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413,422,429")
  public Uni<Taken> json(byte[] body) {
    return push.json(body).map(SnapshotResource::answer);
  }

  @POST
  @Consumes(NDJSON)
  @BodyLimit(BODY_LIMIT)
  @RolesAllowed("ingest")
  @Limited(Limit.PUSH)
  @Operation(summary = "Flat rows of any parks, one JSON object per line")
  @APIResponse(
      responseCode = "200",
      description = "All of it is stored",
      content = @Content(schema = @Schema(ref = "push_report")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "413,422,429")
  public Uni<Taken> ndjson(byte[] body) {
    return push.ndjson(body).map(SnapshotResource::answer);
  }

  private static Taken answer(PushOutcome outcome) {
    if (outcome instanceof Rejected rejected) {
      throw Problem.of(
              ProblemCode.SNAPSHOTS_INVALID, "see errors for each of them", errors(rejected))
          .asException();
    }
    if (outcome instanceof Unreadable unreadable) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body " + unreadable.reason())
          .asException();
    }
    Accepted accepted = (Accepted) outcome;
    IngestReport report = accepted.report();
    return new Taken(
        true,
        report.read(),
        report.inserted(),
        report.unchanged(),
        accepted.corrected(),
        report.asOf());
  }

  private static List<Map<String, Object>> errors(Rejected rejected) {
    return rejected.faults().stream().map(SnapshotResource::error).toList();
  }

  private static Map<String, Object> error(Fault fault) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("index", fault.index());
    error.put("park", fault.park());
    error.put("field", fault.field());
    error.put("reason", fault.reason());
    error.values().removeIf(Objects::isNull);
    return error;
  }
}
