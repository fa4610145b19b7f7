package app.marquee.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer to whoever asked for a refresh: the run that will do it. */
public final class AcceptedRun {
  private static final int RETRY_AFTER_SECONDS = 2;

  private AcceptedRun() {}

  /** 202 with where to follow it and when to ask again; {@code run} is its JSON object. */
  public static Response of(long id, String run) {
    return Response.accepted(run)
        .header(HttpHeaders.LOCATION, "/api/admin/refreshes/" + id)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
