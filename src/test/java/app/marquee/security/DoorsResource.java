package app.marquee.security;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** One door of each kind, of the tests only. */
@Path("/")
public class DoorsResource {
  @GET
  @Path("api/testkit/public")
  public Uni<String> everyone() {
    return Uni.createFrom().item("open");
  }

  @GET
  @Path("{door:(api/)?admin}/testkit")
  public Uni<String> undeclaredRead() {
    return Uni.createFrom().item("open");
  }

  @POST
  @Path("{door:(api/)?admin}/testkit")
  public Uni<String> undeclaredWrite() {
    return Uni.createFrom().item("open");
  }

  @POST
  @Path("api/testkit/ingest")
  @RolesAllowed(Roles.INGEST)
  public Uni<String> ingest() {
    return Uni.createFrom().item("open");
  }
}
