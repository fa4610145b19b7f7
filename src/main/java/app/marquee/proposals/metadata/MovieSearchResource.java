package app.marquee.proposals.metadata;

import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.http.QueryReader;
import app.marquee.security.Roles;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Films a member may want to propose, by their title. */
@Path("/api/search/movies")
@Tag(name = "proposals")
@Produces(MediaType.APPLICATION_JSON)
public class MovieSearchResource {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  private final MovieSearch search;
  private final SearchLimit limit;
  private final SecurityIdentity caller;

  MovieSearchResource(MovieSearch search, SearchLimit limit, SecurityIdentity caller) {
    this.search = search;
    this.limit = limit;
    this.caller = caller;
  }

  /** A proposal of a film. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FilmProposal(long id, String status) {}

  /** A film, and whether it is proposed or was watched; {@code year} may be null. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FilmHit(
      String imdbId, String title, Integer year, boolean watched, FilmProposal proposal) {}

  /** What was found, and who told; {@code provider} is null if nobody knows any. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record FilmHits(boolean success, String query, String provider, List<FilmHit> hits) {}

  @GET
  @RolesAllowed(Roles.MEMBER)
  @Operation(summary = "Films with a title, at most ten, and whether they are proposed already")
  @Parameter(
      name = "q",
      in = ParameterIn.QUERY,
      required = true,
      description = "Part of a title, at least two characters.",
      schema = @Schema(minLength = SHORTEST, maxLength = LONGEST),
      example = "matrix")
  @APIResponse(
      responseCode = "200",
      description = "The films",
      content = @Content(schema = @Schema(ref = "film_hits")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "429")
  public Uni<FilmHits> find(@Context RoutingContext request) {
    QueryReader reader = QueryReader.of(request);
    String query = reader.text("q", LONGEST);
    reader.check();
    if (query == null || query.codePointCount(0, query.length()) < SHORTEST) {
      throw tooShort();
    }
    limit
        .take(caller.getPrincipal().getName())
        .ifPresent(
            after -> {
              throw tooMany(after);
            });
    return search
        .find(query)
        .onFailure(MovieSearch.Unavailable.class)
        .transform(unavailable -> unavailable())
        .chain(found -> search.marks(found.hits()).map(marks -> answer(query, found, marks)));
  }

  private static FilmHits answer(
      String query, MovieSearch.Found found, Map<String, MovieSearch.Mark> marks) {
    return new FilmHits(
        true,
        query,
        found.provider(),
        found.hits().stream().map(hit -> hit(hit, marks.get(hit.imdbId()))).toList());
  }

  private static FilmHit hit(SearchHit hit, MovieSearch.Mark mark) {
    return new FilmHit(
        hit.imdbId(),
        hit.title(),
        hit.year(),
        mark != null && mark.status().equals("WATCHED"),
        mark == null ? null : new FilmProposal(mark.id(), mark.status()));
  }

  private static RuntimeException tooShort() {
    return Problem.of(
            ProblemCode.PARAMETER_INVALID,
            "see errors for each of them",
            List.of(Map.of("parameter", "q", "message", "is shorter than 2 characters")))
        .asException();
  }

  private static RuntimeException tooMany(Duration after) {
    return Problem.of(ProblemCode.TOO_MANY_REQUESTS, "searches of a member are limited")
        .header(HttpHeaders.RETRY_AFTER, after.plusSeconds(1).toSeconds())
        .asException();
  }

  private static Throwable unavailable() {
    return Problem.of(ProblemCode.METADATA_UNAVAILABLE, "no provider can be searched now")
        .header(HttpHeaders.RETRY_AFTER, Duration.ofMinutes(1).toSeconds())
        .asException();
  }
}
