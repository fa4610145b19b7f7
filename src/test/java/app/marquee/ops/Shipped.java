package app.marquee.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules and the dashboard as they are shipped under {@code deploy/}. */
final class Shipped {
  static final Path RULES = Path.of("deploy", "prometheus", "rules.yml");
  static final Path CASES = Path.of("deploy", "prometheus", "rules_test.yml");
  private static final Path DASHBOARD = Path.of("deploy", "grafana", "marquee.json");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:marquee|sql|jvm|process|system|worker|netty)_[a-z0-9_]+\\b");

  private Shipped() {}

  /** Alerts by name, in their order. */
  static Map<String, JsonNode> alerts() {
    Map<String, JsonNode> alerts = new TreeMap<>();
    for (JsonNode group : yaml(RULES).get("groups")) {
      group.get("rules").forEach(rule -> alerts.put(rule.get("alert").asText(), rule));
    }
    return alerts;
  }

  static List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    dashboard().get("panels").forEach(panels::add);
    return panels;
  }

  /** What the panels ask for, with Grafana's variables filled in. */
  static List<String> questions() {
    return panels().stream()
        .flatMap(panel -> panel.findValuesAsText("expr").stream())
        .map(expr -> expr.replace("$__rate_interval", "5m").replace("$job", "marquee"))
        .toList();
  }

  static JsonNode dashboard() {
    return read(new ObjectMapper(), DASHBOARD);
  }

  static JsonNode yaml(Path file) {
    return read(new ObjectMapper(new YAMLFactory()), file);
  }

  /** The samples an expression names. */
  static Set<String> metrics(String expression) {
    return METRIC
        .matcher(QUOTED.matcher(expression).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode read(ObjectMapper mapper, Path file) {
    try {
      return mapper.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
