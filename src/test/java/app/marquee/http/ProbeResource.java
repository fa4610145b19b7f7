package app.marquee.http;

import app.marquee.views.ProbeFeature;
import app.marquee.views.Slice;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/** The tests' own ranking over HTTP, as a feature's resource would serve it. */
@Path("/api/probe")
public class ProbeResource {
  private final ViewAnswers answers;

  ProbeResource(ViewAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Path("ranking")
  @Produces(MediaType.APPLICATION_JSON)
  @Extension(name = ViewParameters.VIEW, value = "probe_ranking")
  public Uni<Response> ranking(@Context RoutingContext request) {
    return answers.page(ProbeFeature.RANKING, Slice.Format.JSON, request);
  }

  @GET
  @Path("ranking.csv")
  @Produces("text/csv")
  public Uni<Response> csv(@Context RoutingContext request) {
    return answers.page(ProbeFeature.RANKING, Slice.Format.CSV, request);
  }
}
