package app.marquee.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A round as an admin sends it: {@code {name, opens_at?, closes_at?, max_votes?, visibility?}},
 * nothing else. Without opens_at it begins at once, without closes_at an admin ends it.
 */
record RoundBody(
    String name, Instant opensAt, Instant closesAt, Integer maxVotes, String visibility) {
  static final List<String> VISIBILITIES = List.of("public", "hidden_until_close");

  private static final int LONGEST_NAME = 100;
  private static final int MOST_VOTES = 1000;

  /** Errors: a problem 400 that names every member that is not as it should be. */
  static RoundBody read(JsonNode body, Instant now) {
    BodyReader reader = new BodyReader(body);
    String name = reader.text("name", LONGEST_NAME);
    Instant opensAt = reader.instant("opens_at");
    Instant closesAt = reader.instant("closes_at");
    Integer maxVotes = reader.integer("max_votes", 1, MOST_VOTES);
    String visibility = reader.oneOf("visibility", VISIBILITIES);
    Instant begins = opensAt == null ? now : opensAt;
    if (name == null) {
      reader.wrong("name", "is required", null);
    }
    if (begins.isBefore(now)) {
      reader.wrong("opens_at", "lies in the past", null);
    }
    if (closesAt != null && !closesAt.isAfter(begins)) {
      reader.wrong("closes_at", "must be later than the round begins", null);
    }
    reader.check();
    return new RoundBody(name, begins, closesAt, maxVotes, visibility);
  }

  /** Those of {@code open_round.sql} but now. */
  Map<String, Object> binds() {
    Map<String, Object> binds = new HashMap<>();
    binds.put("name", name);
    binds.put("opens_at", opensAt);
    binds.put("closes_at", closesAt);
    binds.put("max_votes", maxVotes);
    binds.put("visibility", visibility);
    return binds;
  }
}
