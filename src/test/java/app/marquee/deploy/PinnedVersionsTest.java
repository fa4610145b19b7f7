package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The same sources build the same thing: every version is written down. */
class PinnedVersionsTest {
  private static final String PINNED = "\\d[\\w.-]*";
  private static final List<String> OF_MAVENS_LIFECYCLE =
      List.of("clean", "resources", "compiler", "surefire", "jar", "install", "deploy");

  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private Document pom;

  @BeforeEach
  void read() throws Exception {
    pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
  }

  @Test
  void everyPluginHasAVersion() throws Exception {
    assertThat(texts("//plugin[not(version)]/artifactId")).isEmpty();
    assertThat(texts("//plugin/artifactId"))
        .containsAll(
            OF_MAVENS_LIFECYCLE.stream().map(name -> "maven-" + name + "-plugin").toList());
  }

  @Test
  void noVersionIsARangeOrASnapshot() throws Exception {
    List<String> versions =
        texts(
            "//plugin/version | //dependency/version | //googleJavaFormat/version"
                + " | //properties/*[contains(name(), 'version')]");

    assertThat(versions)
        .hasSizeGreaterThan(30)
        .allMatch(version -> version.matches(PINNED) || version.startsWith("${"))
        .noneMatch(version -> version.contains("SNAPSHOT"));
  }

  @Test
  void whatHasNoVersionHasItFromThePlatform() throws Exception {
    assertThat(texts("/project/dependencies/dependency[not(version)]/groupId"))
        .allMatch(
            group ->
                List.of(
                        "io.quarkus",
                        "org.flywaydb",
                        "info.picocli",
                        "org.apache.commons",
                        "io.rest-assured",
                        "org.awaitility")
                    .contains(group));
  }

  @Test
  void theTimeOfTheBuildIsNotTheClocks() throws Exception {
    assertThat(texts("/project/properties/project.build.outputTimestamp"))
        .singleElement()
        .asString()
        .matches("\\d{4}-\\d{2}-\\d{2}T00:00:00Z");
  }

  private List<String> texts(String path) throws Exception {
    NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }
}
