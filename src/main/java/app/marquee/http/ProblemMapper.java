package app.marquee.http;

import app.marquee.db.DatabaseFailure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become answers; none tells more than its problem does. */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private static final Map<Integer, Problem> BY_STATUS =
      Map.of(
          400, Problem.of(ProblemCode.BODY_UNREADABLE, "the request cannot be read"),
          401,
              Problem.of(
                  ProblemCode.UNAUTHENTICATED,
                  "log in, or send Authorization: Bearer with a valid token"),
          403, Problem.of(ProblemCode.FORBIDDEN, "your role may not do this"),
          404, Problem.of(ProblemCode.NOT_FOUND, "there is nothing at this address"),
          405,
              Problem.of(
                  ProblemCode.METHOD_NOT_ALLOWED, "see Allow for the methods this address takes"),
          406,
              Problem.of(
                  ProblemCode.NOT_ACCEPTABLE, "answers here are JSON; the suffix .csv gives CSV"),
          413, Problem.of(ProblemCode.BODY_TOO_LARGE, "send less at once, or use an import"),
          415,
              Problem.of(
                  ProblemCode.MEDIA_TYPE_UNSUPPORTED,
                  "see the address's documentation for the types it takes"));

  private final AllowedMethods allowed;

  ProblemMapper(AllowedMethods allowed) {
    this.allowed = allowed;
  }

  @ServerExceptionMapper
  public Response problem(Problem.ProblemException failure, RoutingContext request) {
    return response(failure.problem(), request);
  }

  @ServerExceptionMapper
  public Response rest(WebApplicationException failure, RoutingContext request) {
    Problem problem = BY_STATUS.get(failure.getResponse().getStatus());
    if (problem == null) {
      return unexpected(failure, request);
    }
    Response response = response(problem, request);
    return problem.code() == ProblemCode.METHOD_NOT_ALLOWED
        ? Response.fromResponse(response)
            .header(HttpHeaders.ALLOW, allowed.of(request.normalizedPath()))
            .build()
        : response;
  }

  @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
  public Response unauthenticated(RoutingContext request) {
    Optional<Problem> refusal = Refusal.of(request);
    if (refusal.isPresent()) {
      return response(refusal.get(), request);
    }
    return Response.fromResponse(response(BY_STATUS.get(401), request))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"marquee\"")
        .build();
  }

  @ServerExceptionMapper(ForbiddenException.class)
  public Response forbidden(RoutingContext request) {
    return response(BY_STATUS.get(403), request);
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure, RoutingContext request) {
    if (DatabaseFailure.is(failure)) {
      LOG.warnf("%s: the database cannot be used: %s", RequestId.of(request), failure.getMessage());
      return response(
          Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "try again in a moment")
              .header(HttpHeaders.RETRY_AFTER, 5),
          request);
    }
    LOG.errorf(failure, "%s: request failed", RequestId.of(request));
    return response(
        Problem.of(ProblemCode.INTERNAL_ERROR, "the log tells more under the request id"), request);
  }

  static Response response(Problem problem, RoutingContext request) {
    Response.ResponseBuilder response =
        Response.status(problem.code().status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(problem.body(request.normalizedPath(), RequestId.of(request)));
    problem.headers().forEach(response::header);
    return response.build();
  }
}
