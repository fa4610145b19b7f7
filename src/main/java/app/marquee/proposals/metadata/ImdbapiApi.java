package app.marquee.proposals.metadata;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** imdbapi.dev. Bodies come in pieces, so that their size can be bounded. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface ImdbapiApi {
  /** A title. */
  @GET
  @Path("/titles/{id}")
  Multi<byte[]> title(@PathParam("id") String id);

  /** Up to five titles. */
  @GET
  @Path("/titles:batchGet")
  Multi<byte[]> titles(@QueryParam("titleIds") List<String> ids);

  /** Titles of every kind. */
  @GET
  @Path("/search/titles")
  Multi<byte[]> search(@QueryParam("query") String query, @QueryParam("limit") int limit);
}
