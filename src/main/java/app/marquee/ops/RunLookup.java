package app.marquee.ops;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds the run of a stream before its answer begins: afterwards its status could not be 404 any
 * more.
 */
public class RunLookup {
  private static final String FOUND = RunLookup.class.getName();

  private final RunWatch watch;

  RunLookup(RunWatch watch) {
    this.watch = watch;
  }

  /** Marks operations on an {@code id} that get the run by {@link #of}. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface OfARun {}

  @OfARun
  @ServerRequestFilter
  public Uni<Void> find(UriInfo uri, RoutingContext request) {
    FlagQuery.none(request);
    return watch
        .find(Long.parseLong(uri.getPathParameters().getFirst("id")))
        .map(found -> found.orElseThrow(RunLookup::unknown))
        .invoke(run -> request.put(FOUND, run))
        .replaceWithVoid();
  }

  static WatchedRun of(RoutingContext request) {
    return request.get(FOUND);
  }

  private static RuntimeException unknown() {
    return Problem.of(ProblemCode.RUN_UNKNOWN, "GET /api/admin/refreshes lists the newest")
        .asException();
  }
}
