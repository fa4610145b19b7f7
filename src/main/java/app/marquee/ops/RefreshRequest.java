package app.marquee.ops;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.views.RunOptions;
import app.marquee.views.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The body of {@code POST refresh}: {@code {scope, name?, if_stale?, force?, accept?}}, nothing
 * else.
 */
record RefreshRequest(Scope scope, RunOptions options) {
  private static final List<String> FLAGS = List.of("if_stale", "force", "accept");
  private static final List<String> SCOPES =
      Arrays.stream(Scope.Kind.values()).map(Scope.Kind::word).toList();

  /** Errors: a problem 400 that names every member that is not as it should be. */
  static RefreshRequest read(JsonNode body) {
    List<Map<String, Object>> errors = new ArrayList<>();
    if (body == null || !body.isObject()) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body must be a JSON object").asException();
    }
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (FLAGS.contains(name) && !body.get(name).isBoolean()) {
                errors.add(error(name, "must be true or false", List.of("true", "false")));
              } else if (!FLAGS.contains(name) && !name.equals("scope") && !name.equals("name")) {
                errors.add(
                    error(
                        name,
                        "is not a member here",
                        List.of("scope", "name", "if_stale", "force", "accept")));
              }
            });
    String kind = body.path("scope").asText("");
    if (!SCOPES.contains(kind)) {
      errors.add(error("scope", "must be one of the allowed values", SCOPES));
    } else if (body.path("name").isTextual() == kind.equals("all")) {
      errors.add(
          error(
              "name",
              kind.equals("all") ? "has no meaning for all" : "must name the " + kind,
              null));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
    Scope.Kind scope = Scope.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    return new RefreshRequest(
        new Scope(scope, scope == Scope.Kind.ALL ? null : body.get("name").asText()),
        new RunOptions(flag(body, "if_stale"), flag(body, "force"), flag(body, "accept")));
  }

  private static boolean flag(JsonNode body, String name) {
    return body.path(name).asBoolean(false);
  }

  private static Map<String, Object> error(String name, String message, List<String> allowed) {
    return allowed == null
        ? Map.of("parameter", name, "message", message)
        : Map.of("parameter", name, "message", message, "allowed", allowed);
  }
}
