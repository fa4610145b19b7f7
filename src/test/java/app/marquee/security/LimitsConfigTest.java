package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class LimitsConfigTest {
  @Test
  void defaults() {
    LimitsConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(LimitsConfig.class)
            .build()
            .getConfigMapping(LimitsConfig.class);

    assertThat(config.refresh()).isEqualTo(30);
    assertThat(config.preview()).isEqualTo(60);
    assertThat(config.push()).isEqualTo(600);
  }
}
