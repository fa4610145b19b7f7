package app.marquee.ops;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.security.AuditLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The body of a pause or resumption: {@code {paused, reason?}}, nothing else.
 *
 * @param reason null if none is given
 */
record PauseRequest(boolean paused, String reason) {
  private static final int LONGEST = 200;
  private static final String PAUSED = "paused";
  private static final String REASON = "reason";

  /** Errors: a problem 400 that names every member that is not as it should be. */
  static PauseRequest read(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body must be a JSON object").asException();
    }
    List<Map<String, Object>> errors = new ArrayList<>();
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals(PAUSED) && !name.equals(REASON)) {
                errors.add(
                    Map.of(
                        "parameter",
                        name,
                        "message",
                        "is not a member here",
                        "allowed",
                        List.of(PAUSED, REASON)));
              }
            });
    if (!body.path(PAUSED).isBoolean()) {
      errors.add(Map.of("parameter", PAUSED, "message", "must be true or false"));
    }
    if (body.has(REASON) && !isReason(body.get(REASON))) {
      errors.add(
          Map.of(
              "parameter",
              REASON,
              "message",
              "must be a line of at most " + LONGEST + " characters"));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
    String reason = body.path(REASON).asText("").strip();
    return new PauseRequest(body.get(PAUSED).asBoolean(), reason.isEmpty() ? null : reason);
  }

  private static boolean isReason(JsonNode value) {
    return value.isTextual()
        && value.textValue().codePointCount(0, value.textValue().length()) <= LONGEST
        && value.textValue().chars().noneMatch(Character::isISOControl);
  }

  /** That it was done, to {@code subject}; null: to refreshing as a whole. */
  AuditLog.Entry entry(String what, String subject) {
    AuditLog.Entry entry = AuditLog.Entry.of(what + (paused ? "-paused" : "-resumed"), subject);
    return reason == null ? entry : entry.with(REASON, reason);
  }
}
