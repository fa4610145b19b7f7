package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemAnswers;
import app.marquee.http.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The form of a log-in, as the documentation shows it: Quarkus' form authentication takes it before
 * any resource, and leaves only forms without a name or a password to this one.
 */
@Path(CallerMechanism.LOGIN)
@Tag(name = "members")
public class LoginResource {
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Log in; the answer sets the session's cookie")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(ref = "login")))
  @APIResponse(
      responseCode = "200",
      description = "The session has begun",
      headers = @Header(name = "Set-Cookie", ref = "session_cookie"))
  @Extension(name = ProblemAnswers.EXTENSION, value = "401,403,413,429")
  public Uni<Void> incomplete() {
    throw Problem.of(
            ProblemCode.PARAMETER_INVALID,
            "see errors for each of them",
            List.of(
                Map.of("parameter", "name", "message", "must be given"),
                Map.of("parameter", "password", "message", "must be given")))
        .asException();
  }
}
