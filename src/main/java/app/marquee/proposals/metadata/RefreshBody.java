package app.marquee.proposals.metadata;

import app.marquee.http.Problem;
import app.marquee.http.ProblemCode;
import app.marquee.proposals.ImdbId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order as somebody sends it: {@code {limit?, hours?, force?, dry_run?, ids?, only_missing?}},
 * nothing else. Without any of them it is what the command does by default.
 */
final class RefreshBody {
  static final int LIMIT = 100;
  static final int HOURS = 24;
  static final int MOST_HOURS = 24 * 365;

  private static final Set<String> MEMBERS =
      Set.of("limit", "hours", "force", "dry_run", "ids", "only_missing");

  private final JsonNode body;
  private final List<Map<String, Object>> errors = new ArrayList<>();

  private RefreshBody(JsonNode body) {
    this.body = body;
  }

  /** Errors: a problem 400 that names every member that is not as it should be. */
  static RefreshOrder read(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw Problem.of(ProblemCode.BODY_UNREADABLE, "the body must be a JSON object").asException();
    }
    return new RefreshBody(body).order();
  }

  private RefreshOrder order() {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name)) {
                wrong(name, "is not a member here");
              }
            });
    RefreshOrder order =
        new RefreshOrder(
            integer("limit", 1, RefreshOrder.MOST, LIMIT),
            Duration.ofHours(integer("hours", 0, MOST_HOURS, HOURS)),
            flag("force"),
            flag("dry_run"),
            ids(),
            flag("only_missing"));
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.PARAMETER_INVALID, "see errors for each of them", errors)
          .asException();
    }
    return order;
  }

  private int integer(String member, int least, int greatest, int byDefault) {
    JsonNode value = body.path(member);
    if (value.isMissingNode()) {
      return byDefault;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > greatest) {
      wrong(member, "is not an integer from " + least + " to " + greatest);
      return byDefault;
    }
    return value.intValue();
  }

  private boolean flag(String member) {
    JsonNode value = body.path(member);
    if (!value.isMissingNode() && !value.isBoolean()) {
      wrong(member, "must be true or false");
    }
    return value.asBoolean(false);
  }

  private List<String> ids() {
    JsonNode value = body.path("ids");
    if (value.isMissingNode()) {
      return null;
    }
    List<String> ids = Told.elements(value).map(JsonNode::textValue).distinct().toList();
    if (ids.isEmpty() || ids.size() > RefreshOrder.MOST || !ids.stream().allMatch(ImdbId::is)) {
      wrong("ids", "must be an array of ids such as tt0133093");
    }
    return ids;
  }

  private void wrong(String member, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("parameter", member);
    error.put("message", message);
    errors.add(error);
  }
}
