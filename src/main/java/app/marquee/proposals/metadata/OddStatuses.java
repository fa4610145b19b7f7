package app.marquee.proposals.metadata;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;

/**
 * Statuses that mean something else than they say: nobody is followed elsewhere, and of a 401 of
 * OMDb only the body tells whether the key or the day's calls are meant.
 */
final class OddStatuses implements ClientResponseFilter {
  private final boolean bodyTellsWhyUnauthorized;

  OddStatuses(boolean bodyTellsWhyUnauthorized) {
    this.bodyTellsWhyUnauthorized = bodyTellsWhyUnauthorized;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    int status = response.getStatus();
    if (Family.familyOf(status) == Family.REDIRECTION) {
      response.setStatusInfo(Status.BAD_GATEWAY);
    } else if (bodyTellsWhyUnauthorized && status == AnswerReader.UNAUTHORIZED) {
      response.setStatusInfo(Status.OK);
    }
  }
}
