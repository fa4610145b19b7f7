package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.deploy.ConfigurationReference.Setting;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code -Dgolden.write=true} writes {@code docs/configuration.md} anew. */
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("docs", "configuration.md");
  private static final String START = "<!-- Everything below is written by";

  private ConfigurationReference reference;

  @BeforeEach
  void read() throws IOException {
    reference = new ConfigurationReference();
  }

  @Test
  void thePageTellsEverySettingAsTheCodeHasIt() throws IOException {
    String page = Files.readString(PAGE);
    String preamble = page.substring(0, page.indexOf('\n', page.indexOf(START)) + 1);
    String expected = reference.markdown(preamble);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE))
        .as("out of date: mvn -q test -Dtest=ConfigurationReferenceTest -Dgolden.write=true")
        .isEqualTo(expected);
  }

  @Test
  void noSettingIsForgottenAndNoneInvented() {
    assertThat(reference.mappings()).hasSizeGreaterThan(10);
    for (Class<?> mapping : reference.mappings()) {
      assertThat(reference.settings(mapping))
          .extracting(Setting::property)
          .containsExactlyInAnyOrderElementsOf(
              ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
                  .filter(property -> !property.endsWith("[*]"))
                  .toList());
    }
  }

  @Test
  void everySettingSaysWhatItDoes() throws IOException {
    List<Setting> settings = new ArrayList<>(reference.launchSettings());
    reference.mappings().forEach(mapping -> settings.addAll(reference.settings(mapping)));

    assertThat(settings).allMatch(setting -> setting.effect().length() > 10, "tells its effect");
  }
}
