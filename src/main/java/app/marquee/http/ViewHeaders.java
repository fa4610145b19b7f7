package app.marquee.http;

import app.marquee.views.Answer;
import app.marquee.views.Build;
import app.marquee.views.Condition;
import app.marquee.views.Freshness;
import app.marquee.views.Slice;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of an answer from a view: its age on the label, and what caches may do with it. All
 * but those that differ from request to request ({@code X-Request-Id}, {@code Server-Timing}) or
 * belong to a body only.
 */
final class ViewHeaders {
  private static final long LONGEST_MAX_AGE = 60;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ViewHeaders() {}

  /** Strong and different per slice and encoding, since each is a representation of its own. */
  static String etag(Answer.Served served, Slice slice) {
    StringBuilder tag = new StringBuilder(80).append('"').append(served.build().etag());
    if (!served.view().arrays().isEmpty()) {
      tag.append('-')
          .append(slice.order() == null ? "" : slice.order() + ".")
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

  /**
   * Names and values of what both a 200 and its 304 carry.
   *
   * @param address where other pages of the same rows are found, up to limit and offset; made of
   *     checked values only, never of the request's own text
   */
  static Map<String, String> of(Answer.Served served, Slice slice, String etag, String address) {
    return of(served, slice, etag, address, served.build().recordCount());
  }

  /** The same for a page of {@code rows} of the build's. */
  static Map<String, String> of(
      Answer.Served served, Slice slice, String etag, String address, int rows) {
    Build build = served.build();
    Condition condition = served.condition();
    boolean hit = served.origin() == Answer.Origin.HIT;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Cache-Hit", String.valueOf(hit));
    headers.put("X-Cache-Age", String.valueOf(condition.age().toSeconds()));
    headers.put("X-Cache-Generation", String.valueOf(build.generation()));
    headers.put("X-Cache-Source-Version", String.valueOf(build.sourceVersion()));
    if (condition.reason() != null) {
      headers.put("X-Cache-Stale-Reason", condition.reason().word());
    }
    headers.put("Cache-Status", cacheStatus(served, hit));
    headers.put("ETag", etag);
    // Without it a cache that makes no Age would pass an old answer on as a new one.
    headers.put("Date", HTTP_DATE.format(build.checkedAt().plus(condition.age())));
    headers.put("Last-Modified", HTTP_DATE.format(build.generatedAt()));
    headers.put("Vary", "Accept-Encoding");
    headers.put("Cache-Control", cacheControl(served.view().freshness(), condition));
    if (!served.view().arrays().isEmpty() && (long) slice.offset() + slice.limit() < rows) {
      headers.put("Link", next(slice, address));
    }
    return headers;
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

  private static String next(Slice slice, String address) {
    return "<"
        + address
        + "limit="
        + slice.limit()
        + "&offset="
        + (slice.offset() + slice.limit())
        + ">; rel=\"next\"";
  }
}
