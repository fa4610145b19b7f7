package app.marquee.proposals.posters;

import app.marquee.db.LaunchConfig;
import app.marquee.http.EntityTags;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.http.QueryReader;
import app.marquee.proposals.ImdbId;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Posters, or what stands in for them. */
@Path("/api/posters")
@Tag(name = "proposals")
public class PosterResource {
  private static final String KEPT = "public, max-age=86400, stale-while-revalidate=604800";
  private static final String PASSING = "public, max-age=60";

  /** What a picture may do that somebody opens by itself. */
  private static final String ALONE = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final Posters posters;
  private final PosterMetrics metrics;

  /** Drawn once, by a thread that may take its time. */
  private final Uni<Placeholders> placeholders =
      Uni.createFrom()
          .item(Placeholders::new)
          .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
          .memoize()
          .indefinitely();

  PosterResource(Posters posters, PosterMetrics metrics) {
    this.posters = posters;
    this.metrics = metrics;
  }

  // A command of the command line answers nobody.
  void draw(@Observes StartupEvent start, LaunchConfig launch) {
    if (launch.serves()) {
      placeholders.subscribe().with(drawn -> {});
    }
  }

  @GET
  @Path("{imdb_id}")
  @Produces({Picture.JPEG, Picture.PNG})
  @Operation(summary = "A film's poster; a drawn placeholder while there is none")
  @Parameter(
      name = "size",
      in = ParameterIn.QUERY,
      description = "At most 154, 342 or 780 pixels wide; never enlarged.",
      schema =
          @Schema(
              enumeration = {"thumb", "card", "full"},
              defaultValue = "card"))
  @APIResponse(
      responseCode = "200",
      description = "The poster as JPEG, or the placeholder as PNG",
      headers = {
        @Header(name = "ETag", ref = "poster_etag"),
        @Header(name = "Cache-Control", ref = "poster_cache_control"),
        @Header(name = "X-Poster", ref = "poster_or_placeholder")
      },
      content = {
        @Content(mediaType = Picture.JPEG, schema = @Schema(ref = "picture")),
        @Content(mediaType = Picture.PNG, schema = @Schema(ref = "picture"))
      })
  @APIResponse(responseCode = "304", description = "The client's picture is still the one")
  public Uni<Response> find(
      @PathParam("imdb_id") String imdbId,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String known,
      @Context RoutingContext request) {
    QueryReader query = QueryReader.of(request);
    String word = query.oneOf("size", PosterSize.words(), PosterSize.CARD.word());
    query.check();
    PosterSize size = PosterSize.of(word);
    request.response().putHeader("Content-Security-Policy", ALONE);
    return posters
        .find(film(imdbId), size)
        .chain(
            found ->
                found
                    .map(picture -> Uni.createFrom().item(answer(picture, known, KEPT, "kept")))
                    .orElseGet(() -> placeholder(size, known)));
  }

  /** The id of a film. Errors: a problem 404 for what is none. */
  static String film(String imdbId) {
    if (!ImdbId.is(imdbId)) {
      throw Problem.of(ProblemCode.NOT_FOUND, "a film's id is such as tt0133093").asException();
    }
    return imdbId;
  }

  private Uni<Response> placeholder(PosterSize size, String known) {
    metrics.placeholderServed();
    return placeholders.map(drawn -> answer(drawn.of(size), known, PASSING, "placeholder"));
  }

  private static Response answer(Picture picture, String known, String life, String what) {
    Response.ResponseBuilder answer =
        EntityTags.matches(known, picture.etag())
            ? Response.notModified()
            : Response.ok(picture.bytes(), picture.contentType())
                // A HEAD has no bytes to be counted.
                .header(HttpHeaders.CONTENT_LENGTH, picture.bytes().length);
    return answer
        .header(HttpHeaders.ETAG, picture.etag())
        .header(HttpHeaders.CACHE_CONTROL, life)
        .header("X-Poster", what)
        .header("Content-Disposition", "inline")
        .build();
  }
}
