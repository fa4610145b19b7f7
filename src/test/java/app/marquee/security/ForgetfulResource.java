package app.marquee.security;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** An admin's door whose author forgot to name roles, of the tests only. */
@Path("/api/admin/testkit")
public class ForgetfulResource {
  @GET
  public Uni<String> read() {
    return Uni.createFrom().item("open");
  }

  @POST
  public Uni<String> write() {
    return Uni.createFrom().item("open");
  }
}
