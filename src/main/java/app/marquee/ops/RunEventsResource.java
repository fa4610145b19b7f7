package app.marquee.ops;

import app.marquee.http.ProblemAnswers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells how a run goes while it does. */
@Path("/api/admin")
@Tag(name = "admin")
public class RunEventsResource {
  private final RunWatch watch;
  private final EventStreams streams;
  private final ObjectMapper json;

  RunEventsResource(RunWatch watch, EventStreams streams, ObjectMapper json) {
    this.watch = watch;
    this.streams = streams;
    this.json = json;
  }

  @GET
  @Path("refreshes/{id:\\d{1,18}}/events")
  @RolesAllowed({"admin", "ops"})
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RunLookup.OfARun
  @Operation(
      summary = "A run's progress as server-sent events, until it ends",
      description =
          "event: progress with {status, done, total, eta_seconds} whenever that changes, and at last"
              + " event: end with the whole run, after which the stream closes; a run that has ended"
              + " gives its end at once. Comments keep the stream alive. Ids count from 1 in each"
              + " stream; one that comes again begins with the present state.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content = @Content(schema = @Schema(ref = "event_stream")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "400,429")
  public Multi<OutboundSseEvent> events(@PathParam("id") long id, @Context RoutingContext request) {
    WatchedRun present = RunLookup.of(request);
    AtomicLong number = new AtomicLong();
    Multi<WatchedRun> run =
        present.state().ended()
            ? Multi.createFrom().item(present)
            : Multi.createBy().concatenating().streams(now(present), watch.follow(id));
    return streams.open(
        request,
        run.skip()
            .repetitions(Comparator.comparing(one -> write(one.state())))
            .onItem()
            .transformToMultiAndConcatenate(one -> told(number.incrementAndGet(), one)));
  }

  private static Multi<WatchedRun> now(WatchedRun present) {
    return Multi.createFrom().item(present);
  }

  private Multi<OutboundSseEvent> told(long number, WatchedRun run) {
    return run.state().ended()
        ? Multi.createFrom()
            .items(EventStreams.event(number, "end", run.document()), EventStreams.LAST)
        : Multi.createFrom().item(EventStreams.event(number, "progress", write(run.state())));
  }

  private String write(RunState state) {
    try {
      return json.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
