package app.marquee.http;

import app.marquee.views.Answer;
import app.marquee.views.Build;
import app.marquee.views.Condition;
import app.marquee.views.Freshness;
import app.marquee.views.Slice;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The headers of an answer from a view: its age on the label, and what caches may do with it. */
@ApplicationScoped
class ViewHeaders {
  private static final long LONGEST_MAX_AGE = 60;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Strong and different per slice and encoding, since each is a representation of its own. */
  String etag(Build build, Slice slice) {
    StringBuilder tag = new StringBuilder(80).append('"').append(build.etag());
    if (slice.order() != null) {
      tag.append('-')
          .append(slice.order())
          .append('.')
          .append(slice.limit())
          .append('.')
          .append(slice.offset());
    }
    if (slice.format() == Slice.Format.CSV) {
      tag.append("-csv");
    }
    if (slice.encoding() == Slice.Encoding.GZIP) {
      tag.append("-gz");
    }
    return tag.append('"').toString();
  }

  Response.ResponseBuilder set(
      Response.ResponseBuilder response,
      Answer.Served served,
      Slice slice,
      String etag,
      RoutingContext request,
      long startedNanos) {
    Build build = served.build();
    Condition condition = served.condition();
    boolean hit = served.origin() == Answer.Origin.HIT;
    response
        .header("X-Cache-Hit", hit)
        .header("X-Cache-Age", condition.age().toSeconds())
        .header("X-Cache-Generation", build.generation())
        .header("X-Cache-Source-Version", build.sourceVersion())
        .header("Cache-Status", cacheStatus(served, hit))
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.LAST_MODIFIED, httpDate(build))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .header(HttpHeaders.CACHE_CONTROL, cacheControl(served.view().freshness(), condition))
        .header(
            "Server-Timing",
            String.format(Locale.ROOT, "view;dur=%.2f", (System.nanoTime() - startedNanos) / 1e6));
    if (condition.reason() != null) {
      response.header("X-Cache-Stale-Reason", condition.reason().word());
    }
    boolean more =
        slice.order() != null && (long) slice.offset() + slice.limit() < build.recordCount();
    return more ? response.header(HttpHeaders.LINK, next(served, slice, request)) : response;
  }

  private static String cacheStatus(Answer.Served served, boolean hit) {
    long ttl = served.view().freshness().freshFor().minus(served.condition().age()).toSeconds();
    String how = hit ? "hit; ttl=" + ttl : "fwd=" + served.origin().name().toLowerCase(Locale.ROOT);
    return "marquee; " + how + "; key=\"" + served.build().key() + "\"";
  }

  private static String cacheControl(Freshness bounds, Condition condition) {
    long toNextBuild = bounds.freshFor().minus(condition.age()).toSeconds();
    long maxAge = condition.fresh() ? Math.max(0, Math.min(toNextBuild, LONGEST_MAX_AGE)) : 0;
    String always =
        "public, max-age="
            + maxAge
            + ", stale-while-revalidate="
            + bounds.staleWhileRevalidate().minus(bounds.freshFor()).toSeconds();
    return bounds.staleIfError() == null
        ? always
        : always + ", stale-if-error=" + bounds.staleIfError().minus(bounds.freshFor()).toSeconds();
  }

  private static String httpDate(Build build) {
    return HTTP_DATE.format(build.generatedAt());
  }

  /** Made of checked values only, never of the request's own text. */
  private static String next(Answer.Served served, Slice slice, RoutingContext request) {
    String filter =
        served.build().key().filter() == null ? "" : "&filter=" + served.build().key().filter();
    return "</"
        + request.normalizedPath().substring(1)
        + "?period="
        + served.build().key().period()
        + filter
        + "&sort_by="
        + slice.order()
        + "&limit="
        + slice.limit()
        + "&offset="
        + (slice.offset() + slice.limit())
        + ">; rel=\"next\"";
  }
}
