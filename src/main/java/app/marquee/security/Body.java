package app.marquee.security;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the members of a JSON object one by one and remembers what was wrong with them. */
final class Body {
  private final JsonNode object;
  private final List<Map<String, Object>> errors = new ArrayList<>();

  private Body(JsonNode object) {
    this.object = object;
  }

  /** Errors: a problem 400 if it is no object. A member that is not {@code known} is wrong. */
  static Body of(JsonNode body, List<String> known) {
    if (body == null || !body.isObject()) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body must be a JSON object").asException();
    }
    Body read = new Body(body);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                read.errors.add(
                    Map.of("parameter", name, "message", "is not a member here", "allowed", known));
              }
            });
    return read;
  }

  boolean has(String member) {
    return object.has(member);
  }

  boolean isNull(String member) {
    return object.path(member).isNull();
  }

  /** A text that must be given; empty if it is not one. */
  String text(String member) {
    JsonNode value = object.path(member);
    if (!value.isTextual()) {
      wrong(member, "must be a text");
    }
    return value.asText("");
  }

  String oneOf(String member, List<String> allowed) {
    String value = object.path(member).asText();
    if (!object.path(member).isTextual() || !allowed.contains(value)) {
      errors.add(
          Map.of(
              "parameter",
              member,
              "message",
              "is not one of the allowed values",
              "allowed",
              allowed));
    }
    return value;
  }

  boolean flag(String member) {
    if (!object.path(member).isBoolean()) {
      wrong(member, "must be true or false");
    }
    return object.path(member).asBoolean();
  }

  int integer(String member, int least, int greatest) {
    JsonNode value = object.path(member);
    if (!value.isInt() || value.intValue() < least || value.intValue() > greatest) {
      wrong(member, "must be an integer of " + least + "…" + greatest);
    }
    return value.intValue();
  }

  void wrong(String member, String message) {
    errors.add(Map.of("parameter", member, "message", message));
  }

  void wrong(String member, Optional<String> fault) {
    fault.ifPresent(message -> wrong(member, message));
  }

  /** Errors: a problem 400 that names every member that is not as it should be. */
  void check() {
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
  }
}
