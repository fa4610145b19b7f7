package app.marquee.proposals.metadata;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The Movie Database, version 3; a short key goes into the query, a long one into a header. */
@Path("/3")
@Produces(MediaType.APPLICATION_JSON)
public interface TmdbApi {
  /** What it has under an id of somebody else. */
  @GET
  @Path("/find/{id}")
  Multi<byte[]> find(
      @PathParam("id") String id,
      @QueryParam("external_source") String source,
      @QueryParam("api_key") String key,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

  /** A film by its number. */
  @GET
  @Path("/movie/{number}")
  Multi<byte[]> movie(
      @PathParam("number") long number,
      @QueryParam("api_key") String key,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
