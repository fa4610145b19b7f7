package app.marquee.parks.collect;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** ThemeParks.wiki, version 1. Bodies come in pieces, so that their size can be bounded. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface WikiApi {
  /** Every resort with its parks. */
  @GET
  @Path("/destinations")
  Multi<byte[]> destinations();

  /** A park's name, time zone and place. */
  @GET
  @Path("/entity/{id}")
  Multi<byte[]> entity(@PathParam("id") String id);

  /** What belongs to a park: attractions, shows, restaurants. */
  @GET
  @Path("/entity/{id}/children")
  Multi<byte[]> children(@PathParam("id") String id);

  /** The present state of what belongs to a park. */
  @GET
  @Path("/entity/{id}/live")
  Multi<byte[]> live(@PathParam("id") String id);

  /** A park's opening hours of the days to come. */
  @GET
  @Path("/entity/{id}/schedule")
  Multi<byte[]> schedule(@PathParam("id") String id);
}
