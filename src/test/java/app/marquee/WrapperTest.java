package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WrapperTest {
  private static final Path PROPERTIES = Path.of(".mvn", "wrapper", "maven-wrapper.properties");

  @Test
  void pinsAMavenByVersionAndChecksum() throws IOException {
    Properties properties = new Properties();
    properties.load(Files.newBufferedReader(PROPERTIES));

    assertThat(properties.getProperty("mavenVersion")).matches("3\\.9\\.\\d+");
    assertThat(properties.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
    assertThat(properties).hasSize(2);
  }

  @Test
  void readsInBothShellsWhatTheFileNames() throws IOException {
    for (String script : List.of("mvnw", "mvnw.cmd")) {
      assertThat(Files.readString(Path.of(script)))
          .contains("mavenVersion", "distributionSha256Sum", "Fetch.java", "MVNW_REPOURL");
    }
  }

  @Test
  void canBeRunWhereItWasClonedTo() {
    assertThat(Files.isExecutable(Path.of("mvnw"))).isTrue();
  }
}
