package app.marquee.http;

import app.marquee.views.Answer;
import app.marquee.views.Build;
import app.marquee.views.Condition;
import app.marquee.views.Judge;
import app.marquee.views.Slice;
import app.marquee.views.ViewEvent;
import app.marquee.views.ViewIndex;
import app.marquee.views.ViewTraffic;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Gives answers again that a resource has given before: request target to encoded slice, in front
 * of everything else.
 *
 * <p>It knows nothing by itself. A resource's answer from a fresh build is learned under its exact
 * target and encoding, and given again while that very build is current and {@link Judge} finds it
 * fresh; everything else, whatever is odd about a request included, goes on to the resource. So the
 * contract stays where it is written, and the two cannot differ.
 */
@ApplicationScoped
class FrontRoute {
  private static final int BEFORE_AUTHENTICATION = -10_000;
  private static final int OVERHEAD = 1_024;

  private final Cache<String, Learned> identity;
  private final Cache<String, Learned> gzip;
  private final AcceptEncoding.Memo encodings = new AcceptEncoding.Memo();
  private final HttpConfig config;
  private final ViewIndex index;
  private final Judge judge;
  private final ViewTraffic traffic;

  FrontRoute(HttpConfig config, ViewIndex index, Judge judge, ViewTraffic traffic) {
    this.config = config;
    this.index = index;
    this.judge = judge;
    this.traffic = traffic;
    this.identity = cache(config.frontMegabytes() * 700_000L);
    this.gzip = cache(config.frontMegabytes() * 300_000L);
  }

  private static Cache<String, Learned> cache(long bytes) {
    return Caffeine.newBuilder()
        .maximumWeight(bytes)
        .weigher((String target, Learned learned) -> OVERHEAD + learned.length())
        .build();
  }

  void stand(@Observes Router router) {
    if (config.frontMegabytes() > 0) {
      router
          .route("/api/*")
          .order(BEFORE_AUTHENTICATION)
          .method(HttpMethod.GET)
          .handler(this::answer);
    }
  }

  /**
   * What is published makes older answers useless; the check of the build catches those of other
   * nodes.
   */
  void forget(@Observes ViewEvent event) {
    if (event instanceof ViewEvent.Published) {
      identity.invalidateAll();
      gzip.invalidateAll();
    }
  }

  /** Remembers an answer of a resource. */
  void learn(
      RoutingContext request,
      String address,
      Answer.Served served,
      Slice slice,
      String etag,
      byte[] body) {
    boolean plain =
        served.origin() == Answer.Origin.HIT
            && !served.view().onDemand()
            && served.condition().fresh()
            && simple(request.request());
    if (config.frontMegabytes() > 0 && plain) {
      cacheOf(slice.encoding())
          .put(request.request().uri(), new Learned(served, slice, etag, address, body));
    }
  }

  private Cache<String, Learned> cacheOf(Slice.Encoding encoding) {
    return encoding == Slice.Encoding.GZIP ? gzip : identity;
  }

  private void answer(RoutingContext request) {
    long started = System.nanoTime();
    HttpServerRequest asked = request.request();
    Cache<String, Learned> cache = cacheOf(encodings.choose(asked.getHeader("Accept-Encoding")));
    Learned learned = cache.getIfPresent(asked.uri());
    if (learned == null || !simple(asked)) {
      request.next();
      return;
    }
    Optional<Build> current = index.find(learned.build().key());
    Condition condition =
        current.isPresent() && current.get() == learned.build()
            ? judge.judge(learned.build())
            : null;
    if (condition == null || !condition.fresh()) {
      cache.invalidate(asked.uri());
      request.next();
      return;
    }
    give(request, learned, condition, started);
  }

  /** Nothing in it that a resource or authentication would look at. */
  private static boolean simple(HttpServerRequest request) {
    MultiMap headers = request.headers();
    String accept = headers.get("Accept");
    return !headers.contains("Authorization")
        && !headers.contains("Cookie")
        && (accept == null || accept.equals("*/*") || accept.equals("application/json"));
  }

  private void give(RoutingContext request, Learned learned, Condition condition, long started) {
    HttpServerResponse response = request.response();
    learned.writeHeaders(
        response.headers(), condition, RequestId.of(request), System.nanoTime() - started);
    SafeHeaders.onTls(request.request(), response.headers());
    traffic.hit();
    String ifNoneMatch = request.request().getHeader("If-None-Match");
    if (ifNoneMatch != null && EntityTags.matches(ifNoneMatch, learned.etag())) {
      traffic.notModified();
      response.setStatusCode(304).end();
    } else {
      learned.writeBody(response);
    }
  }
}
