package app.marquee.ops;

import app.marquee.http.BodyLimit;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.imports.FileImport;
import app.marquee.imports.ImportReport;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes in files as they are sent, two at a time. */
@Path("/api/admin/imports")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  private static final int AT_A_TIME = 2;
  private static final int RETRY_AFTER_SECONDS = 10;

  private final Semaphore room = new Semaphore(AT_A_TIME);
  private final Instance<FileImport> imports;
  private final Pool pool;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  ImportResource(
      @Any Instance<FileImport> imports, Pool pool, AuditLog audit, SecurityIdentity identity) {
    this.imports = imports;
    this.pool = pool;
    this.audit = audit;
    this.identity = identity;
  }

  /** An {@link ImportReport} as answered. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Imported(
      boolean success,
      long read,
      long inserted,
      long updated,
      long unchanged,
      long rejected,
      long corrected,
      long skipped,
      List<String> unknownColumns,
      List<ImportReport.Rejected> errors,
      boolean complete,
      Instant asOf) {}

  @POST
  @Path("{kind}")
  @Consumes({"text/csv", "text/tab-separated-values", "application/x-ndjson", "application/gzip"})
  @BodyLimit(BodyLimit.NONE)
  @RolesAllowed("admin")
  @Blocking
  @Operation(summary = "A file of one kind of facts; CSV, TSV or NDJSON, gzip or not")
  @Parameter(
      name = "kind",
      in = ParameterIn.PATH,
      schema =
          @Schema(
              enumeration = {
                "parks",
                "rides",
                "schedules",
                "snapshots",
                "movies",
                "metrics",
                "people",
                "credits",
                "nominations",
                "lists"
              }))
  @Parameter(
      name = "map",
      in = ParameterIn.QUERY,
      description = "Columns of other names: theirs=ours,…",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "interval_minutes",
      in = ParameterIn.QUERY,
      description = "Of snapshots: minutes between them; divides 60.",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "list",
      in = ParameterIn.QUERY,
      description = "Of lists: the list of lines that name none.",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "edition",
      in = ParameterIn.QUERY,
      description = "Of lists: the edition of lines that name none.",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "without",
      in = ParameterIn.QUERY,
      description = "Of nominations: festivals, as the file names them, that are passed over.",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "What became of the file",
      content = @Content(schema = @Schema(ref = "import_report")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "429")
  public Uni<Imported> run(
      @PathParam("kind") String kind, @Context RoutingContext request, InputStream body) {
    FileImport taker = taker(kind);
    List<Map<String, Object>> errors = taker.errors(kind, request.queryParams());
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
    if (!room.tryAcquire()) {
      throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "two imports are running already")
          .header("Retry-After", RETRY_AFTER_SECONDS)
          .asException();
    }
    Caller caller = Caller.of(identity);
    return taker
        .run(kind, body, request.queryParams())
        .call(report -> audit.record(pool, caller, entry(kind, report)))
        .map(ImportResource::imported)
        .eventually(() -> room.release());
  }

  /** A file is taken in by many transactions, so what became of it is noted after the last. */
  private static AuditLog.Entry entry(String kind, ImportReport report) {
    return AuditLog.Entry.of("file-imported", "import " + kind)
        .with("read", report.read())
        .with("inserted", report.inserted())
        .with("updated", report.updated())
        .with("rejected", report.rejected())
        .with("complete", report.complete());
  }

  private FileImport taker(String kind) {
    return imports.stream()
        .filter(taker -> taker.kinds().contains(kind))
        .findFirst()
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "imports are of " + known()).asException());
  }

  private String known() {
    return imports.stream()
        .flatMap(taker -> taker.kinds().stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Imported imported(ImportReport report) {
    return new Imported(
        true,
        report.read(),
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        report.corrected(),
        report.skipped(),
        report.unknownColumns(),
        report.errors(),
        report.complete(),
        report.asOf());
  }
}
