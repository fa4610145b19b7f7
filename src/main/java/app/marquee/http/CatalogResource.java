package app.marquee.http;

import app.marquee.views.Catalog;
import app.marquee.views.Key;
import app.marquee.views.KeyReport;
import app.marquee.views.View;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is to read: every key, and the document of any. */
@Path("/api/views")
@Tag(name = "views")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogResource {
  private final Catalog catalog;
  private final KeyReport report;
  private final ViewAnswers answers;

  CatalogResource(Catalog catalog, KeyReport report, ViewAnswers answers) {
    this.catalog = catalog;
    this.report = report;
    this.answers = answers;
  }

  /** One declared key. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Entry(
      String cacheKey,
      String url,
      String view,
      String viewType,
      String period,
      String filter,
      String policy,
      String state) {}

  /** Every declared key. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Entries(boolean success, int total, List<Entry> views) {}

  @GET
  @Operation(summary = "Every key with its address, policy and state")
  @APIResponse(
      responseCode = "200",
      description = "The keys; the example shows the first of them",
      content = @Content(schema = @Schema(ref = "catalog")))
  public Uni<Entries> list() {
    List<Entry> entries = catalog.keys().stream().map(this::entry).toList();
    return Uni.createFrom().item(new Entries(true, entries.size(), entries));
  }

  private Entry entry(Key key) {
    View view = catalog.view(key);
    return new Entry(
        key.toString(),
        "/api/views/" + key,
        view.name(),
        view.type(),
        key.period(),
        key.filter(),
        view.policy().word(),
        report.of(key).state());
  }

  @GET
  @Path("{key}")
  @Operation(summary = "The document of a key: every row, in the default order")
  @Extension(name = ViewParameters.DOCUMENT, value = ViewParameters.ANY)
  public Uni<Response> document(@PathParam("key") String name, @Context RoutingContext request) {
    FlagQuery.none(request);
    Optional<Key> key = catalog.findKey(name);
    return key.map(known -> answers.document(catalog.view(known), known, request))
        .orElseGet(
            () ->
                Uni.createFrom()
                    .item(
                        ProblemMapper.response(
                            Problem.of(ProblemCode.VIEW_UNKNOWN, "GET /api/views lists every key"),
                            request)));
  }
}
