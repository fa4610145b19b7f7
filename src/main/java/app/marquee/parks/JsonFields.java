package app.marquee.parks;

import app.marquee.imports.BadLine;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads members of a provider's JSON object: absent and null are null, a wrong type is a fault. */
record JsonFields(JsonNode node) {

  private JsonNode member(String name) {
    JsonNode member = node.get(name);
    return member == null || member.isNull() ? null : member;
  }

  boolean has(String name) {
    return member(name) != null;
  }

  String text(String name) throws BadLine {
    JsonNode member = member(name);
    if (member != null && !member.isTextual()) {
      throw wrong(name, "a text");
    }
    return member == null ? null : member.textValue();
  }

  Boolean flag(String name) throws BadLine {
    JsonNode member = member(name);
    if (member != null && !member.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return member == null ? null : member.booleanValue();
  }

  Integer integer(String name) throws BadLine {
    JsonNode member = member(name);
    if (member != null && !member.canConvertToExactIntegral()) {
      throw wrong(name, "an integer");
    }
    if (member != null && !member.canConvertToInt()) {
      throw wrong(name, "an integer of at most nine digits");
    }
    return member == null ? null : member.intValue();
  }

  Instant instant(String name) throws BadLine {
    String text = text(name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong(name, "a time with its offset, such as 2026-08-22T12:00:00Z");
    }
  }

  JsonFields object(String name) throws BadLine {
    JsonNode member = member(name);
    if (member != null && !member.isObject()) {
      throw wrong(name, "an object");
    }
    return member == null ? null : new JsonFields(member);
  }

  /** Empty when absent. */
  Iterable<JsonNode> array(String name) throws BadLine {
    JsonNode member = member(name);
    if (member != null && !member.isArray()) {
      throw wrong(name, "an array");
    }
    return member == null ? List.of() : member;
  }

  private static BadLine wrong(String name, String expected) {
    return new BadLine(name, name + " is not " + expected);
  }
}
