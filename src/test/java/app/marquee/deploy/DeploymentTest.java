package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.marquee.deploy.ConfigurationReference.Setting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Files of {@code deploy/} that no test can run here: what they name exists, and is safe. */
class DeploymentTest {
  private static final Path DEPLOY = Path.of("deploy");
  private static final Path COMPOSE = DEPLOY.resolve("compose.yaml");
  private static final Path UNIT = DEPLOY.resolve("systemd/marquee.service");
  private static final Path ENVIRONMENT = DEPLOY.resolve("marquee.env");
  private static final Path COMPOSE_ENVIRONMENT = DEPLOY.resolve("compose.env.example");
  private static final List<String> SECRETS = List.of("PASSWORD", "TOKEN", "KEY");
  // A name, a tag that begins with a number; no host, which would have a dot before the first
  // slash.
  private static final String PINNED_IMAGE = "([a-z0-9-]+/)?[a-z0-9-]+:v?\\d+[\\w.-]+";

  @Test
  void everySettingThatIsNamedExists() throws IOException {
    Set<String> known = new TreeSet<>();
    ConfigurationReference reference = new ConfigurationReference();
    reference.launchSettings().stream().map(Setting::variable).forEach(known::add);
    reference.mappings().stream()
        .flatMap(mapping -> reference.settings(mapping).stream())
        .map(Setting::variable)
        .forEach(known::add);
    // Where nginx listens: compose's own.
    known.add("MARQUEE_PUBLIC_PORT");

    for (Path file : List.of(COMPOSE, UNIT, ENVIRONMENT, COMPOSE_ENVIRONMENT, Dockerfile.FILE)) {
      assertThat(matches("\\bMARQUEE_[A-Z0-9_]+", file)).as(file.toString()).isSubsetOf(known);
    }
  }

  @Test
  void noSecretHasADefault() throws IOException {
    for (Path file : List.of(ENVIRONMENT, COMPOSE_ENVIRONMENT)) {
      Properties settings = new Properties();
      settings.load(Files.newBufferedReader(file));
      assertThat(settings.stringPropertyNames())
          .filteredOn(name -> SECRETS.stream().anyMatch(name::endsWith))
          .hasSizeGreaterThan(1)
          .allSatisfy(name -> assertThat(settings.getProperty(name)).as(name).isEmpty());
    }
    assertThat(matches("\\$\\{\\w*(PASSWORD|TOKEN|KEY)[^}]*}", COMPOSE))
        .isNotEmpty()
        .allMatch(use -> use.endsWith(":?}"), "refuses to start without");
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("deploy/compose.env");
  }

  @Test
  void everyVariableOfTheComposeFileIsInItsExample() throws IOException {
    Set<String> used =
        matches("\\$\\{\\w+", COMPOSE).stream()
            .map(use -> use.substring(2))
            .collect(Collectors.toSet());

    assertThat(matches("(?m)^\\w+(?==)", COMPOSE_ENVIRONMENT)).isEqualTo(new TreeSet<>(used));
  }

  @Test
  void everyFileOfTheComposeFileExistsAndEveryImageIsPinned() throws IOException {
    for (JsonNode service : compose().path("services")) {
      String image = service.path("image").asText();
      if (service.has("build")) {
        Path context = DEPLOY.resolve(service.at("/build/context").asText());
        assertThat(context.resolve(service.at("/build/dockerfile").asText())).exists();
      } else {
        assertThat(image).matches(PINNED_IMAGE);
      }
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().split(":")[0];
        if (source.startsWith(".")) {
          assertThat(DEPLOY.resolve(source)).exists();
        } else {
          assertThat(compose().path("volumes").has(source)).as(source).isTrue();
        }
      }
    }
  }

  @Test
  void theNodesOfTheComposeFileAreBehindItsProxy() throws Exception {
    JsonNode command = compose().at("/services/proxy/command");
    String edit = command.get(2).asText();
    Path site = DEPLOY.resolve("nginx/marquee.conf");
    String here =
        edit.substring(0, edit.indexOf('>')).replace("/etc/nginx/marquee.conf", site.toString());

    String edited = output("sh", "-c", here);

    assertThat(edited).contains("    server node1:8080;\n    server node2:8080;\n");
    assertThat(edited).doesNotContain("server 127.0.0.1:8080");
    assertThat(edited.lines().count()).isEqualTo(Files.readAllLines(site).size() + 1);
  }

  @Test
  void theImageIsPinnedAndRunsAsItsOwnUser() throws IOException {
    Dockerfile file = Dockerfile.read();

    assertThat(file.only("FROM")).matches(PINNED_IMAGE);
    assertThat(file.only("USER")).isEqualTo("marquee");
    assertThat(file.only("STOPSIGNAL")).isEqualTo("SIGTERM");
    assertThat(file.only("EXPOSE")).isEqualTo("8080");
    assertThat(file.copies().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("lib", "app", "quarkus", "quarkus-run.jar")
                .map(Path.of("target", "quarkus-app")::resolve)
                .toList());
    // What the build sends is what is copied, and nothing else.
    assertThat(Files.readAllLines(Path.of(".dockerignore")))
        .containsExactly("*", "!target/quarkus-app");
  }

  @Test
  void systemdTakesTheUnitAndFindsLittleExposed() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze");

    assertThat(output("systemd-analyze", "verify", UNIT.toString())).isEmpty();
    // Two of ten: "OK"; the check fails above.
    output("systemd-analyze", "security", "--offline=true", "--threshold=20", UNIT.toString());
  }

  private static JsonNode compose() throws IOException {
    Object tree = new Yaml().load(Files.readString(COMPOSE));
    return new ObjectMapper().valueToTree(tree);
  }

  private static Set<String> matches(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(() -> String.join(" ", command) + ": " + output).isZero();
    return output;
  }
}
