package app.marquee.ops;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.ClientAddress;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/**
 * The places for server-sent events of this node: so many per client and in all, each with its
 * heartbeat. A place is free again when the answer has ended, whoever ended it.
 */
@ApplicationScoped
class EventStreams {
  /** After this a stream ends. */
  static final OutboundSseEvent LAST =
      new OutboundSseEventImpl.BuilderImpl().comment("end").build();

  private static final OutboundSseEvent HEARTBEAT =
      new OutboundSseEventImpl.BuilderImpl().comment("heartbeat").build();
  private static final int RETRY_AFTER_SECONDS = 30;

  private final StreamsConfig config;
  private final Map<String, Integer> ofClient = new HashMap<>();
  private final Hub<OutboundSseEvent> closing = new Hub<>();
  private int open;

  EventStreams(StreamsConfig config) {
    this.config = config;
  }

  /** One event; {@code id} is what a client that comes back sends as {@code Last-Event-ID}. */
  static OutboundSseEvent event(long id, String name, String data) {
    return new OutboundSseEventImpl.BuilderImpl()
        .id(String.valueOf(id))
        .name(name)
        .data(data)
        .build();
  }

  /**
   * The answer to a request: the events with heartbeats between them, until {@link #LAST}, the end
   * of this node, or the client's. Errors: a problem 429 when there is no place.
   */
  Multi<OutboundSseEvent> open(RoutingContext request, Multi<OutboundSseEvent> events) {
    boolean head = request.request().method() == HttpMethod.HEAD;
    if (!head) {
      take(request);
    }
    HttpServerResponse response = request.response();
    response.putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
    if (head) {
      return Multi.createFrom().empty();
    }
    Multi<OutboundSseEvent> heartbeats =
        Multi.createFrom()
            .ticks()
            .startingAfter(config.heartbeatEvery())
            .every(config.heartbeatEvery())
            .onOverflow()
            .drop()
            .map(tick -> response.closed() ? LAST : HEARTBEAT);
    return Multi.createBy()
        .merging()
        .streams(events, heartbeats, closing.items())
        .select()
        .first(event -> event != LAST);
  }

  private void take(RoutingContext request) {
    String client = ClientAddress.of(request);
    synchronized (this) {
      int others = ofClient.getOrDefault(client, 0);
      if (open >= config.streams() || others >= config.streamsPerClient()) {
        throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "too many event streams are open")
            .header("Retry-After", RETRY_AFTER_SECONDS)
            .asException();
      }
      open++;
      ofClient.put(client, others + 1);
    }
    AtomicBoolean taken = new AtomicBoolean(true);
    Runnable leave =
        () -> {
          if (taken.getAndSet(false)) {
            leave(client);
          }
        };
    request.addEndHandler(ended -> leave.run());
    if (request.response().closed()) {
      leave.run();
    }
  }

  private synchronized void leave(String client) {
    open--;
    ofClient.computeIfPresent(client, (address, streams) -> streams == 1 ? null : streams - 1);
  }

  synchronized int count() {
    return open;
  }

  /**
   * Streams would keep a stopping node waiting, which asks its observers only after its requests.
   */
  void onStart(@Observes StartupEvent start) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-event-streams"));
  }

  /** Ends all streams that are open now; their clients come again. */
  void end() {
    closing.tell(LAST);
  }
}
