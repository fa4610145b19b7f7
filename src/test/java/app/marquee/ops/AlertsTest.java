package app.marquee.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts and the dashboard under deploy/, held against promtool and docs/operating.md. */
class AlertsTest {
  private static final Path PAGE = Path.of("docs", "operating.md");
  private static final Pattern SECTION = Pattern.compile("^### (Marquee\\w+)$", Pattern.MULTILINE);
  private static final String FIRING = "count by (alertname) (ALERTS{alertstate=\"firing\"})";

  @Test
  void promtoolTakesTheRules() {
    assertThat(Promtool.run("check", "rules", Shipped.RULES.toString()).status()).isZero();
  }

  @Test
  void everyCaseComesOutAsItSays() {
    Promtool.Verdict verdict = Promtool.run("test", "rules", Shipped.CASES.toString());

    assertThat(verdict.status()).as(verdict.text()).isZero();
  }

  @Test
  void everyAlertFiresAloneInACaseOfItsName() {
    Set<String> fired = new TreeSet<>();
    for (JsonNode test : cases()) {
      JsonNode expected = test.get("promql_expr_test");
      assertThat(expected.findValuesAsText("expr")).containsOnly(FIRING);
      if (!expected.findValuesAsText("labels").isEmpty()) {
        assertThat(expected.findValuesAsText("labels"))
            .containsExactly("{alertname=\"%s\"}".formatted(test.get("name").asText()));
        fired.add(test.get("name").asText());
      }
    }
    assertThat(fired).isEqualTo(Shipped.alerts().keySet());
  }

  @Test
  void theHealthyCaseHasEveryMetricAnAlertAsksFor() {
    Set<String> asked = new TreeSet<>();
    Shipped.alerts().values().forEach(a -> asked.addAll(Shipped.metrics(a.get("expr").asText())));
    Set<String> given = new TreeSet<>();
    cases()
        .get(0)
        .get("input_series")
        .findValuesAsText("series")
        .forEach(series -> given.addAll(Shipped.metrics(series)));

    assertThat(cases().get(0).get("name").asText()).isEqualTo("a healthy service is quiet");
    assertThat(given).containsAll(asked);
  }

  private static JsonNode cases() {
    return Shipped.yaml(Shipped.CASES).get("tests");
  }

  @Test
  void everyAlertTellsItsWeightAndWhatToDo() {
    Shipped.alerts()
        .forEach(
            (name, alert) -> {
              JsonNode annotations = alert.get("annotations");
              assertThat(alert.get("labels").get("severity").asText())
                  .isIn("critical", "warning", "info");
              assertThat(annotations.get("summary").asText()).isNotBlank();
              assertThat(annotations.get("description").asText()).isNotBlank();
              assertThat(annotations.get("runbook_url").asText())
                  .isEqualTo("docs/operating.md#" + name.toLowerCase(Locale.ROOT));
            });
  }

  @Test
  void everyAlertHasItsSectionWithACommandAndThereIsNoOther() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(SECTION.matcher(page).results().map(section -> section.group(1)))
        .containsExactlyInAnyOrderElementsOf(Shipped.alerts().keySet());
    assertThat(page.substring(page.indexOf("### ")).split("(?m)^### "))
        .filteredOn(section -> !section.isEmpty())
        .allSatisfy(section -> assertThat(section).contains("\n    "));
  }

  @Test
  void promtoolUnderstandsEveryPanel(@TempDir Path folder) throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    ObjectNode rules = yaml.createObjectNode();
    ArrayNode records =
        rules.putArray("groups").addObject().put("name", "panels").putArray("rules");
    List<String> questions = Shipped.questions();
    for (int i = 0; i < questions.size(); i++) {
      records.addObject().put("record", "panel:question:" + i).put("expr", questions.get(i));
    }
    Path file = folder.resolve("panels.yml");
    yaml.writeValue(file.toFile(), rules);

    Promtool.Verdict verdict = Promtool.run("check", "rules", file.toString());

    assertThat(questions).hasSizeGreaterThan(30);
    assertThat(verdict.status()).as(verdict.text()).isZero();
  }

  @Test
  void theDashboardAsksForItsDataSourceAndSaysWhatEachPanelShows() {
    assertThat(Shipped.panels())
        .extracting(panel -> panel.get("id").asInt())
        .doesNotHaveDuplicates();
    assertThat(Shipped.panels())
        .filteredOn(panel -> panel.get("type").asText().equals("row"))
        .extracting(panel -> panel.get("title").asText())
        .containsExactly("Freshness", "Traffic", "Refreshing", "Ingest", "Database", "Process");
    assertThat(Shipped.panels())
        .filteredOn(panel -> !panel.get("type").asText().equals("row"))
        .allSatisfy(
            panel -> {
              assertThat(panel.get("description").asText()).isNotBlank();
              assertThat(panel.get("datasource").get("uid").asText()).isEqualTo("${datasource}");
            });
    assertThat(Shipped.dashboard().get("templating").get("list").get(0).get("type").asText())
        .isEqualTo("datasource");
  }
}
