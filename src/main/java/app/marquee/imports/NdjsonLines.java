package app.marquee.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** One JSON object per line, flat. */
final class NdjsonLines implements Lines {
  private static final int COLUMNS_TOLD = 100;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final BoundedReader bounded;
  private final BufferedReader reader;
  private final Set<String> columns;
  private final Map<String, String> renamed;
  private final Set<String> unknown = new LinkedHashSet<>();
  private long line;

  NdjsonLines(BoundedReader bounded, Set<String> columns, Map<String, String> renamed) {
    this.bounded = bounded;
    this.reader = new BufferedReader(bounded);
    this.columns = columns;
    this.renamed = renamed;
  }

  @Override
  public Fields next() throws IOException, BadLine {
    bounded.startRecord();
    String text = readLine();
    while (text != null && text.isBlank()) {
      bounded.passBlank();
      text = readLine();
    }
    if (text == null) {
      return null;
    }
    if (text.length() >= BoundedReader.LINE_LIMIT) {
      throw new BadLine("longer than " + BoundedReader.LINE_LIMIT + " characters");
    }
    Map<String, String> values = values(text);
    return new Fields(line, values::get);
  }

  private String readLine() throws IOException {
    line++;
    return reader.readLine();
  }

  private Map<String, String> values(String text) throws BadLine {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BadLine("is not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw new BadLine("is not a JSON object");
    }
    return values(node);
  }

  private Map<String, String> values(JsonNode node) throws BadLine {
    Map<String, String> values = new HashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      String ours = renamed.getOrDefault(field.getKey(), field.getKey());
      if (!columns.contains(ours)) {
        if (unknown.size() < COLUMNS_TOLD) {
          unknown.add(field.getKey());
        }
      } else if (field.getValue().isContainerNode()) {
        throw new BadLine(ours, ours + " is not a plain value");
      } else if (field.getValue().asText().indexOf('\0') >= 0) {
        throw new BadLine(ours, ours + " holds a zero byte");
      } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(field.getValue().asText())) {
        throw new BadLine(ours, ours + " holds half a character");
      } else if (!field.getValue().isNull()) {
        values.putIfAbsent(ours, field.getValue().asText());
      }
    }
    return values;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public Set<String> columns() {
    return Set.of();
  }

  @Override
  public Set<String> unknownColumns() {
    return unknown;
  }
}
