package app.marquee.proposals.metadata;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** OMDb: everything at one address. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public interface OmdbApi {
  /** A title. */
  @GET
  Multi<byte[]> title(@QueryParam("apikey") String key, @QueryParam("i") String id);

  /** Titles of a type, ten at most. */
  @GET
  Multi<byte[]> search(
      @QueryParam("apikey") String key,
      @QueryParam("s") String query,
      @QueryParam("type") String type);
}
