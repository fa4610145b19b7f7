package app.marquee.ops;

import app.marquee.http.ProblemAnswers;
import app.marquee.http.QueryReader;
import app.marquee.views.Catalog;
import app.marquee.views.Feature;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells pages when there is something new to read. */
@Path("/api/events")
@Tag(name = "views")
public class PublishEventsResource {
  private static final String FEATURE = "feature";
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final Catalog catalog;
  private final PublishEvents events;
  private final EventStreams streams;

  PublishEventsResource(Catalog catalog, PublishEvents events, EventStreams streams) {
    this.catalog = catalog;
    this.events = events;
    this.streams = streams;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Every publish as server-sent events, without an end",
      description =
          "event: publish, id: the generation, with {feature, generation, keys, more, confirmed}: keys"
              + " are those whose document is another one now, at most 200 of them, more how many"
              + " follow; confirmed counts those that were found right as they are. The first event"
              + " of each feature tells where it stands; to whoever sends Last-Event-ID, with the keys"
              + " that were published since, and only if there are any. Comments keep the stream"
              + " alive.")
  @Parameter(
      name = FEATURE,
      in = ParameterIn.QUERY,
      description = "Only publishes of this feature, such as parks.",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = LAST_EVENT_ID,
      in = ParameterIn.HEADER,
      description = "The generation seen last; what is no number counts as none.",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content = @Content(schema = @Schema(ref = "event_stream")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "429")
  public Multi<OutboundSseEvent> events(@Context RoutingContext request) {
    return streams.open(request, events.of(features(request), since(request)));
  }

  private Collection<Feature> features(RoutingContext request) {
    List<String> names = catalog.features().stream().map(Feature::name).toList();
    QueryReader reader = QueryReader.of(request);
    String name = reader.oneOf(FEATURE, names, "");
    reader.check();
    return name.isEmpty() ? catalog.features() : List.of(catalog.feature(name).orElseThrow());
  }

  private static long since(RoutingContext request) {
    String id = request.request().getHeader(LAST_EVENT_ID);
    return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }
}
