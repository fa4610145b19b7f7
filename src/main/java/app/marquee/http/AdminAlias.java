package app.marquee.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers {@code /admin/…} by the resources of {@code /api/admin/…}; both paths are closed to the
 * same callers.
 */
public class AdminAlias {
  private static final String ALIAS = "/admin/";

  @ServerRequestFilter(preMatching = true)
  public void follow(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String path = uri.getPath();
    if (path.startsWith(ALIAS)) {
      request.setRequestUri(uri.getRequestUriBuilder().replacePath("/api" + path).build());
    }
  }
}
