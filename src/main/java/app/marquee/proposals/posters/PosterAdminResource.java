package app.marquee.proposals.posters;

import app.marquee.http.FlagQuery;
import app.marquee.security.Caller;
import app.marquee.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Posters that somebody does not want to see any more. */
@Path("/api/admin/posters")
@Tag(name = "proposals")
public class PosterAdminResource {
  private final Posters posters;
  private final SecurityIdentity identity;

  PosterAdminResource(Posters posters, SecurityIdentity identity) {
    this.posters = posters;
    this.identity = identity;
  }

  @DELETE
  @Path("{imdb_id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Drop a film's poster; it is fetched again when somebody wants it")
  @APIResponse(responseCode = "204", description = "There is none any more")
  public Uni<Response> drop(@PathParam("imdb_id") String imdbId, @Context RoutingContext request) {
    FlagQuery.none(request);
    return posters
        .drop(Caller.of(identity), PosterResource.film(imdbId))
        .map(done -> Response.noContent().build());
  }
}
