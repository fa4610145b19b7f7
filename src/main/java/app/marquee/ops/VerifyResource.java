package app.marquee.ops;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.views.Catalog;
import app.marquee.views.Key;
import app.marquee.views.Verifier;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Computes stored builds again on request, one request at a time. */
@Path("/api/admin/verify")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {
  private static final String KEY = "key";
  private static final int RETRY_AFTER_SECONDS = 5;

  // It holds as many connections as a refresh run, which the pool has room for once.
  private final Semaphore room = new Semaphore(1);
  private final Catalog catalog;
  private final Verifier verifier;

  VerifyResource(Catalog catalog, Verifier verifier) {
    this.catalog = catalog;
    this.verifier = verifier;
  }

  @POST
  @RolesAllowed("admin")
  @Operation(
      summary = "Compute stored builds again and tell where they differ; nothing is written",
      description =
          "Each key is computed by its own SQL for the time its build was made for, all of a feature"
              + " on one snapshot. Builds of older facts or another definition are outdated and not"
              + " compared.")
  @Parameter(
      name = KEY,
      in = ParameterIn.QUERY,
      description = "A key; may be repeated. Every key unless given.",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @APIResponse(
      responseCode = "200",
      description = "What it came to, key by key",
      content = @Content(schema = @Schema(ref = "verification")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "404,429")
  public Uni<VerificationReport> verify(@Context RoutingContext request) {
    List<String> names = FlagQuery.readAll(request, KEY);
    Collection<Key> keys = names.isEmpty() ? catalog.keys() : keys(names);
    if (!room.tryAcquire()) {
      throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "a verification is running already")
          .header("Retry-After", RETRY_AFTER_SECONDS)
          .asException();
    }
    return verifier.verify(keys).map(VerificationReport::of).eventually(() -> room.release());
  }

  private List<Key> keys(List<String> names) {
    return names.stream()
        .distinct()
        .map(
            name ->
                catalog
                    .findKey(name)
                    .orElseThrow(
                        () ->
                            Problem.of(
                                    ProblemCode.VIEW_UNKNOWN,
                                    "a key is not among those GET /api/views lists as stored")
                                .asException()))
        .toList();
  }
}
