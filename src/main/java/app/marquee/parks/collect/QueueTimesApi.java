package app.marquee.parks.collect;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Queue-Times.com. Bodies come in pieces, so that their size can be bounded. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public interface QueueTimesApi {
  /** Every park, by the company that owns it. */
  @GET
  @Path("/parks.json")
  Multi<byte[]> parks();

  /** The present waits of a park's rides. */
  @GET
  @Path("/parks/{id}/queue_times.json")
  Multi<byte[]> queueTimes(@PathParam("id") String id);
}
