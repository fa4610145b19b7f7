package app.marquee.predictions;

import app.marquee.http.FlagQuery;
import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import app.marquee.security.Caller;
import app.marquee.security.Roles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The weight profiles: anybody reads them, an admin writes them. */
@Path("/api/profiles")
@Tag(name = "predictions")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
  private final Profiles profiles;
  private final ProfileEdits edits;
  private final AuditLog audit;
  private final SecurityIdentity identity;

  ProfileResource(
      Profiles profiles, ProfileEdits edits, AuditLog audit, SecurityIdentity identity) {
    this.profiles = profiles;
    this.edits = edits;
    this.audit = audit;
    this.identity = identity;
  }

  /** Every profile. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record AllProfiles(boolean success, String defaultProfile, List<Profile> profiles) {}

  /** One profile. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record OneProfile(boolean success, Profile profile) {}

  @GET
  @Operation(summary = "Every weight profile, shipped ones first")
  @APIResponse(
      responseCode = "200",
      description = "The profiles",
      content = @Content(schema = @Schema(ref = "profiles")))
  public Uni<AllProfiles> list(@Context RoutingContext request) {
    FlagQuery.none(request);
    return Uni.createFrom().item(new AllProfiles(true, profiles.defaultSlug(), profiles.all()));
  }

  @GET
  @Path("{slug}")
  @Operation(summary = "One weight profile")
  @APIResponse(
      responseCode = "200",
      description = "The profile",
      content = @Content(schema = @Schema(ref = "profile_answer")))
  public Uni<OneProfile> find(@PathParam("slug") String slug, @Context RoutingContext request) {
    FlagQuery.none(request);
    return Uni.createFrom().item(new OneProfile(true, get(slug)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Save a profile; its predictions are built at once")
  @RequestBody(content = @Content(schema = @Schema(ref = "profile_request")))
  @APIResponse(
      responseCode = "201",
      description = "The profile as saved",
      headers = @Header(name = "Location", ref = "profile_location"),
      content = @Content(schema = @Schema(ref = "profile_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413")
  public Uni<Response> add(JsonNode body) {
    ProfileBody profile = ProfileBody.read(body, null);
    return edits
        .add(profile, note("profile-saved", profile.slug()))
        .map(added -> added.orElseThrow(() -> taken(profile)))
        .map(
            added ->
                Response.status(Response.Status.CREATED)
                    .header(HttpHeaders.LOCATION, "/api/profiles/" + added.slug())
                    .entity(new OneProfile(true, added))
                    .build());
  }

  @PUT
  @Path("{slug}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Weigh a profile otherwise; exactly its predictions are built anew")
  @RequestBody(content = @Content(schema = @Schema(ref = "profile_request")))
  @APIResponse(
      responseCode = "200",
      description = "The profile as it is now",
      content = @Content(schema = @Schema(ref = "profile_answer")))
  @Extension(name = ProblemAnswers.EXTENSION, value = "409,413")
  public Uni<OneProfile> edit(@PathParam("slug") String slug, JsonNode body) {
    Profile present = get(slug);
    ProfileBody wanted = ProfileBody.read(body, slug);
    if (present.fit() != null) {
      throw protectedFrom("its weights are learned: the command fit learns them anew");
    }
    if (present.isSystem() && !wanted.name().equals(present.name())) {
      throw protectedFrom("a shipped profile keeps its name: " + present.name());
    }
    if (present.isDefault() && !wanted.active()) {
      throw protectedFrom("the default profile stays active");
    }
    return edits
        .edit(wanted, note("profile-changed", slug))
        .map(edited -> new OneProfile(true, edited.orElseThrow(() -> taken(wanted))));
  }

  @DELETE
  @Path("{slug}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Delete a profile of one's own, and its predictions with it")
  @APIResponse(responseCode = "204", description = "It is gone")
  @Extension(name = ProblemAnswers.EXTENSION, value = "409")
  public Uni<Response> delete(@PathParam("slug") String slug) {
    if (get(slug).isSystem()) {
      throw protectedFrom("a shipped profile cannot be deleted; it can be weighed otherwise");
    }
    return edits
        .delete(slug, note("profile-deleted", slug))
        .map(
            done -> {
              if (!done) {
                throw unknown();
              }
              return Response.noContent().build();
            });
  }

  private Function<SqlConnection, Uni<Void>> note(String action, String slug) {
    Caller caller = Caller.of(identity);
    AuditLog.Entry entry = AuditLog.Entry.of(action, "profile " + slug);
    return connection -> audit.record(connection, caller, entry);
  }

  private Profile get(String slug) {
    return profiles.find(slug).orElseThrow(ProfileResource::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(ProblemCode.PROFILE_UNKNOWN, "GET /api/profiles lists them").asException();
  }

  private static RuntimeException taken(ProfileBody profile) {
    return Problem.of(
            ProblemCode.PROFILE_EXISTS, "another profile has the name or slug of " + profile.slug())
        .asException();
  }

  private static RuntimeException protectedFrom(String detail) {
    return Problem.of(ProblemCode.PROFILE_PROTECTED, detail).asException();
  }
}
