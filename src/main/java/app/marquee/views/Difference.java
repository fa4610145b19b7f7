package app.marquee.views;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first place at which two JSON documents differ.
 *
 * @param path JSON Pointer (RFC 6901), such as {@code /data/0/shame_score}; empty for the whole
 *     document
 * @param stored the value there in the one, as JSON; null where it has none
 * @param computed the value there in the other
 */
public record Difference(String path, String stored, String computed) {
  // Numbers are told as they are written.
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final int LONGEST_VALUE = 200;

  /**
   * Empty if the bytes are equal. Numbers differ by value, not by spelling; two spellings of equal
   * values are a difference of the whole document.
   */
  static Optional<Difference> between(byte[] stored, byte[] computed) {
    if (Arrays.equals(stored, computed)) {
      return Optional.empty();
    }
    return between("", tree(stored), tree(computed))
        .or(() -> Optional.of(new Difference("", spelling(stored), spelling(computed))));
  }

  private static Optional<Difference> between(String path, JsonNode stored, JsonNode computed) {
    if (stored != null && computed != null && stored.isContainerNode()) {
      if (stored.getNodeType() == computed.getNodeType()) {
        return inside(path, stored, computed);
      }
    } else if (same(stored, computed)) {
      return Optional.empty();
    }
    return Optional.of(new Difference(path, value(stored), value(computed)));
  }

  private static Optional<Difference> inside(String path, JsonNode stored, JsonNode computed) {
    for (String name : names(stored, computed)) {
      Optional<Difference> found =
          stored.isArray()
              ? between(
                  path + "/" + name,
                  stored.get(Integer.parseInt(name)),
                  computed.get(Integer.parseInt(name)))
              : between(path + "/" + escaped(name), stored.get(name), computed.get(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Fields in the order of the computed document, those of the stored one alone at the end. */
  private static Set<String> names(JsonNode stored, JsonNode computed) {
    Set<String> names = new LinkedHashSet<>();
    if (stored.isArray()) {
      for (int i = 0; i < Math.max(stored.size(), computed.size()); i++) {
        names.add(String.valueOf(i));
      }
    } else {
      List<JsonNode> both = new ArrayList<>(List.of(computed, stored));
      both.forEach(node -> node.fieldNames().forEachRemaining(names::add));
    }
    return names;
  }

  private static boolean same(JsonNode stored, JsonNode computed) {
    if (stored == null || computed == null) {
      return stored == computed;
    }
    return stored.isNumber() && computed.isNumber()
        ? stored.decimalValue().compareTo(computed.decimalValue()) == 0
        : stored.equals(computed);
  }

  private static String value(JsonNode node) {
    String text = node == null ? null : node.toString();
    return text == null || text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "…";
  }

  private static String spelling(byte[] body) {
    return "equal values in another spelling, " + body.length + " bytes";
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a document past its check is not JSON", e);
    }
  }
}
