package app.marquee.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * JSON that SQL has written, answered as it is: read anew each time, so that whoever has just
 * changed something sees it in the very next answer.
 */
public final class JsonAnswers {
  private static final String CALLER = "Authorization, Cookie";

  private JsonAnswers() {}

  /**
   * What anybody may read but may read otherwise; {@code known}: whether the reader is somebody.
   */
  public static Response.ResponseBuilder read(String document, boolean known) {
    return Response.ok(document, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, known ? "private, no-store" : "no-cache")
        .header(HttpHeaders.VARY, CALLER);
  }

  /** What became of what somebody did. */
  public static Response.ResponseBuilder written(String document, Response.Status status) {
    return Response.status(status)
        .entity(document)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }
}
