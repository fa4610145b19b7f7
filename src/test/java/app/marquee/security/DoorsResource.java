package app.marquee.security;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Doors outside the admin's rooms, of the tests only. */
@Path("/api/testkit")
public class DoorsResource {
  @GET
  @Path("public")
  public Uni<String> everyone() {
    return Uni.createFrom().item("open");
  }

  @GET
  @Path("cached")
  public Uni<Response> everyonesCopy() {
    return Uni.createFrom()
        .item(Response.ok("open").header("Cache-Control", "public, max-age=60").build());
  }

  @POST
  @Path("ingest")
  @RolesAllowed(Roles.INGEST)
  public Uni<String> ingest() {
    return Uni.createFrom().item("open");
  }
}
