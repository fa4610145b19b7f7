package app.marquee.proposals;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes members of a JSON object one by one and remembers what was wrong with them. */
final class BodyReader {
  // What the database and every reader of ISO-8601 take.
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final JsonNode body;
  private final List<String> known = new ArrayList<>();
  private final List<Map<String, Object>> errors = new ArrayList<>();

  /** Errors: a problem 400 for what is no object. */
  BodyReader(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body must be a JSON object").asException();
    }
    this.body = body;
  }

  /** Without control characters and outer blanks; null if nothing is left or given. */
  String text(String member, int longest) {
    JsonNode value = take(member);
    if (value == null) {
      return null;
    }
    String text =
        value
            .asText()
            .replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "")
            .strip();
    if (!value.isTextual() || text.length() > longest) {
      wrong(member, "must be a text of at most " + longest + " characters", null);
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  Integer integer(String member, int least, int greatest) {
    JsonNode value = take(member);
    if (value == null) {
      return null;
    }
    if (value.isIntegralNumber()
        && value.canConvertToInt()
        && value.intValue() >= least
        && value.intValue() <= greatest) {
      return value.intValue();
    }
    wrong(member, "is not an integer in the allowed range", List.of(least + "…" + greatest));
    return null;
  }

  boolean flag(String member) {
    JsonNode value = take(member);
    if (value != null && !value.isBoolean()) {
      wrong(member, "must be true or false", List.of("true", "false"));
    }
    return value != null && value.booleanValue();
  }

  /** One of the allowed words, the first by default. */
  String oneOf(String member, List<String> allowed) {
    JsonNode value = take(member);
    if (value == null) {
      return allowed.get(0);
    }
    if (!value.isTextual() || !allowed.contains(value.asText())) {
      wrong(member, "is not one of the allowed values", allowed);
      return allowed.get(0);
    }
    return value.asText();
  }

  Instant instant(String member) {
    JsonNode value = take(member);
    if (value == null) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(value.asText()).toInstant();
      if (instant.isBefore(LATEST)) {
        return instant;
      }
      wrong(member, "is later than anybody plans", List.of("…" + LATEST));
      return null;
    } catch (DateTimeException unreadable) {
      wrong(member, "must be an instant such as 2026-08-22T20:00:00Z", null);
      return null;
    }
  }

  void wrong(String member, String message, List<String> allowed) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("parameter", member);
    error.put("message", message);
    if (allowed != null) {
      error.put("allowed", allowed);
    }
    errors.add(error);
  }

  /** Null is as good as not given. */
  private JsonNode take(String member) {
    known.add(member);
    JsonNode value = body.get(member);
    return value == null || value.isNull() ? null : value;
  }

  /** Errors: a problem 400 that names every member that is not as it should be, or unknown. */
  void check() {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(name, "is not a member here", known);
              }
            });
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
  }
}
