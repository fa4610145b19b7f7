package app.marquee.proposals.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataChecksTest {
  private static MetadataConfig config(String... settings) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      values.put("marquee.proposals.metadata." + settings[i], settings[i + 1]);
    }
    return new SmallRyeConfigBuilder()
        .withMapping(MetadataConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(MetadataConfig.class);
  }

  private static String complaint(String... settings) {
    return MetadataChecks.complaint(config(settings)).orElse("");
  }

  @Test
  void theDefaultsAreFineAndCallNobody() {
    assertThat(complaint()).isEmpty();
    assertThat(config().providers()).containsExactly("offline");
    assertThat(config().omdb().budgetPerDay()).isEqualTo(900);
  }

  @Test
  void aProviderNobodyKnowsOrTwiceIsRefused() {
    assertThat(complaint("providers", "imdbapi,imbd")).contains("has 'imbd'");
    assertThat(complaint("providers", "omdb,omdb")).contains("twice");
  }

  @Test
  void aKeyIsNeededWhereNobodyIsAnsweredWithoutOne() {
    assertThat(complaint("providers", "omdb")).contains("omdb.key is missing");
    assertThat(complaint("providers", "tmdb", "tmdb.key", " ")).contains("tmdb.key is missing");
    assertThat(complaint("providers", "tmdb", "tmdb.key", "k")).isEmpty();
  }

  @Test
  void withoutTlsOnlyThisMachineIsCalledUnlessItIsAllowed() {
    assertThat(complaint("providers", "imdbapi", "imdbapi.base-url", "http://films.example"))
        .contains("imdbapi.base-url must be https");
    assertThat(complaint("providers", "imdbapi", "imdbapi.base-url", "http://127.0.0.1:9"))
        .isEmpty();
    assertThat(
            complaint(
                "providers",
                "imdbapi",
                "imdbapi.base-url",
                "http://films.example",
                "allow-http",
                "true"))
        .isEmpty();
    assertThat(complaint("providers", "imdbapi", "imdbapi.base-url", "file:///etc/passwd"))
        .contains("must be https");
  }
}
