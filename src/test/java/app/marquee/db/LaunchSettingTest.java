package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaunchSettingTest {
  @AfterEach
  void unset() {
    System.clearProperty("marquee.data");
  }

  @Test
  void theEnvironmentNamesItInCapitals() {
    assertThat(LaunchSetting.DATABASE_URL.environmentName()).isEqualTo("MARQUEE_DATABASE_URL");
  }

  @Test
  void aSystemPropertySetsIt() {
    System.setProperty("marquee.data", " /srv/marquee ");
    assertThat(LaunchSetting.DATA.value()).contains("/srv/marquee");
  }

  @Test
  void blankIsUnset() {
    System.setProperty("marquee.data", " ");
    assertThat(LaunchSetting.DATA.value()).isEmpty();
  }
}
